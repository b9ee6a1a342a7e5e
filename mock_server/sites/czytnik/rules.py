"""What the reader's program decides."""

from datetime import datetime, timedelta

from ...kernel.rules import rule


@rule
def reading_is_over(began_at: datetime, seconds: float, now: datetime) -> bool:
    """A card has been read when the reader's time has passed."""
    return now >= began_at + timedelta(seconds=seconds)
