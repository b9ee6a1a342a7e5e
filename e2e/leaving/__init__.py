"""Leaving a login, by every door: what then stays open, told by the mock's own account of open things."""
