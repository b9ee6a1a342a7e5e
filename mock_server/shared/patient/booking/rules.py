"""What booking decides: which terms may be taken, and for how long a visit can be moved or given up."""

from collections.abc import Sequence
from datetime import date, datetime

from ....kernel.rules import rule


@rule
def term_is_to_come(starts_at: datetime, now: datetime) -> bool:
    """A term can be taken, moved and given up until it begins (our choice)."""
    return now < starts_at


@rule
def seat_is_left(taken: int, seats: int) -> bool:
    """A term goes to as many people as it has seats: who comes later gets none."""
    return taken < seats


@rule
def day_is_within(day: date, first_day: date, last_day: date) -> bool:
    """A visit lies within the days for which its ticket is good, both included."""
    return first_day <= day <= last_day


@rule
def place_has_room(free_terms: Sequence[object]) -> bool:
    """A place without any free term is full."""
    return len(free_terms) > 0
