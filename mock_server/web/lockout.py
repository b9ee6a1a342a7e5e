"""Counting wrong tries: the lock falls after so many in a row, lasts as stated, and opens by itself."""

from datetime import datetime, timedelta

from ..kernel.people import Attempts
from . import rules

ALLOWED = 5
"""Wrong tries in a row before the lock (facts: open, 5)."""
LOCK = timedelta(minutes=10)
"""How long the lock lasts (facts: 10 minutes)."""


def is_locked(attempts: Attempts, now: datetime) -> bool:
    """Whether tries are refused now."""
    return rules.is_locked(attempts.locked_until, now)


def record(attempts: Attempts, *, right: bool, now: datetime) -> None:
    """Count one try: a right one clears the count, the last wrong one locks."""
    if right:
        attempts.wrong, attempts.locked_until = 0, None
        return
    attempts.wrong += 1
    if rules.lock_is_due(attempts.wrong, ALLOWED):
        attempts.wrong, attempts.locked_until = 0, now + LOCK
