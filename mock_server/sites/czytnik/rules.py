"""What the reader's program decides."""

from datetime import datetime, timedelta

from ...kernel.rules import rule


@rule
def card_is_open(can_was_right: bool) -> bool:
    """PIN1 and PUK are asked for only once CAN has opened the card's electronic layer."""
    return can_was_right


@rule
def removal_ends_step(*, reading: bool) -> bool:
    """A card that was taken off must be laid down anew, whether it was being read or not."""
    return True


@rule
def reading_is_over(began_at: datetime, seconds: float, now: datetime) -> bool:
    """A card has been read when the reader's time has passed."""
    return now >= began_at + timedelta(seconds=seconds)
