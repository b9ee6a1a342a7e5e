"""Counting wrong tries: the lock falls after so many in a row, lasts as stated, and opens by itself."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from markupsafe import Markup, escape

from ..kernel.people import Attempts
from ..kernel.recent import Recent
from ..kernel.rules import seam
from ..kernel.translation import Text, say
from . import rules
from .moments import clock_shown

ALLOWED = 5
"""Wrong tries in a row before the lock (facts: open, 5)."""
LOCK = timedelta(minutes=10)
"""How long the lock lasts (facts: 10 minutes)."""
_LONGEST_NAME = 100


class Tries:
    """Wrong tries by whoever they are counted on; those of the longest ago go when there are too many.

    Args:
        what: on whom they are counted, as it is told when somebody's had to go.
    """

    def __init__(self, what: str) -> None:
        self._by_name: Recent[tuple[str, ...], Attempts] = Recent(f"count of wrong tries of {what}", missed=_counts)

    def of(self, *name: str) -> Attempts:
        """The count of this one; the beginnings of very long names tell them apart."""
        key = tuple(part[:_LONGEST_NAME] for part in name)
        self._by_name[key] = found = self._by_name.pop(key, None) or Attempts()
        return found

    def counted(self) -> Iterator[tuple[tuple[str, ...], Attempts]]:
        """Everybody's count, with the name it is kept under."""
        yield from self._by_name.items()


def _counts(attempts: Attempts) -> bool:
    return attempts.wrong > 0 or attempts.locked_until is not None


def is_locked(attempts: Attempts, now: datetime) -> bool:
    """Whether tries are refused now."""
    return rules.is_locked(attempts.locked_until, now)


@seam
def record(attempts: Attempts, *, right: bool, now: datetime) -> None:
    """Count one try: a right one clears the count, the last wrong one locks."""
    if right:
        attempts.wrong, attempts.locked_until = 0, None
        return
    attempts.wrong += 1
    if rules.lock_is_due(attempts.wrong, ALLOWED):
        attempts.wrong, attempts.locked_until = 0, now + LOCK


def when_to_try_again(locked_until: datetime | None) -> Markup:
    """What a locked person can do: wait until the lock opens, told as a moment, so that it stays true later.

    It is said in the language that is spoken now.
    """
    if locked_until is None:
        return escape(say(Text("Spróbuj ponownie później.")))
    return escape(say(Text("Spróbuj ponownie po godzinie {clock}.", clock=clock_shown(locked_until))))
