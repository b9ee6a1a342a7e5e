"""How old a request may be."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from . import rules
from .errors import SamlRefused
from .times import write_instant


@dataclass(frozen=True)
class Freshness:
    """The window for a request's IssueInstant (login.gov.pl profile: open; these figures are our choice).

    Attributes:
        lifetime: how long a request is good for.
        skew: how far the clocks of the two sides may be apart.
        local_time: real clients stamp Polish local time with a ``Z``, which is up to two hours ahead.
    """

    lifetime: timedelta = timedelta(minutes=5)
    skew: timedelta = timedelta(minutes=1)
    local_time: timedelta = timedelta(hours=2)

    @property
    def window(self) -> timedelta:
        """How long after its arrival a request may still be taken for a new one, at the most."""
        return self.lifetime + self.local_time + 2 * self.skew

    def require_recent(self, issue_instant: datetime, now: datetime) -> None:
        """Refuse a request issued outside the window; both edges are inside.

        Raises:
            SamlRefused: ``issue_instant``.
        """
        longest_age = self.lifetime + self.skew
        farthest_ahead = self.local_time + self.skew
        if not rules.issued_recently(issue_instant, now, longest_age, farthest_ahead):
            raise SamlRefused("issue_instant", self._told(issue_instant, now, longest_age, farthest_ahead))

    @staticmethod
    def _told(issue_instant: datetime, now: datetime, longest_age: timedelta, farthest_ahead: timedelta) -> str:
        """By how much which clock differs, and what would have been right."""
        seconds = round((issue_instant - now).total_seconds())
        return (
            f"your IssueInstant {write_instant(issue_instant)} is {abs(seconds)} s "
            f"{'ahead of' if seconds > 0 else 'behind'} the hub's clock, which shows {write_instant(now)}: "
            f"expected from {write_instant(now - longest_age)} to {write_instant(now + farthest_ahead)}"
        )
