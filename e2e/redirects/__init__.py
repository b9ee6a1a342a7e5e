"""Where a login leads, and where it comes from."""
