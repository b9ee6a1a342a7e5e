"""The same date in another month."""

from calendar import monthrange
from datetime import date


def months_later(day: date, months: int) -> date:
    """The same date so many months later; where that month has no such day, its last one counts."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
