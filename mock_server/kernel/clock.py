"""A world's clock. Sites ask it for the time; a test moves it, and nothing waits for real seconds."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

WARSAW = ZoneInfo("Europe/Warsaw")
_EARLIEST, _LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2290, 1, 1, tzinfo=UTC)
"""Whoever lives between them was born in a year that a PESEL can carry."""
_OUT_OF_RANGE = f"the clock goes from the year {_EARLIEST.year} to {_LATEST.year - 1}"


def require_clock_time(moment: datetime) -> None:
    """Refuse a time to which no clock goes.

    Raises:
        ValueError: it has no zone, or is out of the years in which everybody has a PESEL.
    """
    if moment.tzinfo is None:
        raise ValueError("give the time with its zone, as in 2026-01-31T12:00:00+01:00")
    if not _EARLIEST <= moment < _LATEST:
        raise ValueError(_OUT_OF_RANGE)


class Clock:
    """Real time plus an offset, or a time that stands still."""

    def __init__(self) -> None:
        self._offset = timedelta()
        self._frozen_at: datetime | None = None

    def now(self) -> datetime:
        """The world's time, aware, in UTC."""
        return self._frozen_at if self._frozen_at is not None else datetime.now(UTC) + self._offset

    @property
    def is_frozen(self) -> bool:
        """Whether time stands still until the clock is moved or resumed."""
        return self._frozen_at is not None

    @property
    def behind_real_time(self) -> timedelta:
        """How far real time is ahead of the world's; exactly zero while nobody has moved or frozen the clock."""
        return -self._offset if self._frozen_at is None else datetime.now(UTC) - self._frozen_at

    def advance(self, by: timedelta) -> None:
        """Move the clock; a negative amount moves it back.

        Raises:
            ValueError: that would be out of the years in which everybody has a PESEL.
        """
        if not _EARLIEST - self.now() <= by < _LATEST - self.now():
            raise ValueError(_OUT_OF_RANGE)
        if self._frozen_at is not None:
            self._frozen_at += by
        else:
            self._offset += by

    def set(self, to: datetime) -> None:
        """Move the clock to an aware time.

        Raises:
            ValueError: the time has no zone, or is out of those years.
        """
        require_clock_time(to)
        self.advance(to - self.now())

    def freeze(self) -> None:
        """Let time stand still."""
        self._frozen_at = self.now()

    def resume(self) -> None:
        """Let time run again from where it stands."""
        if self._frozen_at is not None:
            self._offset = self._frozen_at - datetime.now(UTC)
            self._frozen_at = None
