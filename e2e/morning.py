"""When every story begins."""

from datetime import UTC, datetime

MORNING = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)
"""Far from any midnight, so that no story meets one by chance."""
