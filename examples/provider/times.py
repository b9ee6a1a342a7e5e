"""Instants and dates in messages (xs:dateTime, xs:date), and how far two clocks may be apart."""

import re
from datetime import UTC, date, datetime, timedelta

from .documents import Element, require

SKEW = timedelta(seconds=60)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)?", re.ASCII)


def instant(element: Element, name: str) -> datetime:
    """The instant that an attribute holds; one without a zone is UTC, as SAML wants every instant to be."""
    text = element.get(name) or ""
    require(_INSTANT.fullmatch(text) is not None, f"{name} is no instant")
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def day(text: str) -> date:
    """A date, whatever its zone."""
    found = _DATE.fullmatch(text)
    require(found is not None, "this is no date")
    assert found  # noqa: S101 - narrows the type
    return date.fromisoformat(found[1])


def require_begun(element: Element, name: str, now: datetime) -> None:
    """Refuse what holds only later."""
    require(instant(element, name) <= now + SKEW, f"{name} is yet to come")


def require_not_over(element: Element, name: str, now: datetime) -> None:
    """Refuse what does not hold any more."""
    require(now - SKEW < instant(element, name), f"{name} is over")


def require_between(element: Element, name: str, earliest: datetime, now: datetime) -> None:
    """Refuse what was said before it was asked for, or will be said later."""
    require(earliest - SKEW <= instant(element, name) <= now + SKEW, f"{name} is not of this conversation")
