"""Moments and days as a clock and a calendar on a Polish wall show them: in words, on pages, paper and phones alike.

Polish and Ukrainian write a day in the same figures. English has two orders for them, so there the month has its name.
"""

from datetime import UTC, date, datetime, timedelta

from .clock import WARSAW
from .language import Language, spoken
from .months import months_later
from .rules import seam


@seam
def words_of_moment(moment: datetime) -> str:
    """Day and time in Poland, to the second: ``03.02.2026, 09:05:07``, or ``3 February 2026, 09:05:07``."""
    return f"{words_of_day(moment.astimezone(WARSAW))}, {words_of_clock(moment)}"


@seam
def words_of_term(moment: datetime) -> str:
    """Day and time in Poland of what begins at a full minute: ``03.02.2026, 09:05``."""
    return f"{words_of_day(moment.astimezone(WARSAW))}, {moment.astimezone(WARSAW):%H:%M}"


@seam
def words_of_clock(moment: datetime) -> str:
    """The time of the day in Poland, to the second: ``09:05:07``."""
    return f"{moment.astimezone(WARSAW):%H:%M:%S}"


@seam
def words_of_day(day: date) -> str:
    """A day of the calendar: ``03.02.2026``, or ``3 February 2026``."""
    if spoken() is Language.ENGLISH:
        from babel.dates import format_date  # noqa: PLC0415 - most starts need Polish alone

        return format_date(day, "long", "en_GB")
    return f"{day:%d.%m.%Y}"


def words_of_time_left(left: timedelta) -> str:
    """Whole minutes and seconds that are left, ``4:59``; of a time that is over none are."""
    minutes, seconds = divmod(whole_seconds(left), 60)
    return f"{minutes}:{seconds:02d}"


def whole_seconds(left: timedelta) -> int:
    """The seconds that are left for certain."""
    return max(0, int(left.total_seconds()))


def same_time_later(moment: datetime, months: int) -> datetime:
    """The same date and time in Poland so many months later."""
    there = moment.astimezone(WARSAW)
    return datetime.combine(months_later(there.date(), months), there.timetz()).astimezone(UTC)
