"""Instants and dates as SAML writes them (xs:dateTime and xs:date in UTC, saml-core 1.3.3)."""

import re
from datetime import UTC, date, datetime

from .errors import SamlRefused

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)?")


def write_instant(instant: datetime) -> str:
    """An instant to the millisecond, ``2026-01-31T12:00:00.000Z``, as the hub writes it."""
    return instant.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_instant(text: str) -> datetime:
    """An instant, with or without fractions; one without a zone is taken as UTC (our choice).

    Raises:
        SamlRefused: ``malformed``, this is no xs:dateTime.
    """
    found = _INSTANT.fullmatch(text)
    try:
        instant = datetime.fromisoformat(found[0] if found else "")
    except ValueError:
        raise SamlRefused("malformed", "an instant is not an xs:dateTime such as 2026-01-31T12:00:00Z") from None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def write_date(day: date) -> str:
    """A date with its zone, ``1987-02-22Z``."""
    return f"{day.isoformat()}Z"


def read_date(text: str) -> date:
    """A date, whatever its zone.

    Raises:
        SamlRefused: ``malformed``, this is no xs:date. The text is a person's and is not quoted.
    """
    found = _DATE.fullmatch(text)
    try:
        return date.fromisoformat(found[1] if found else "")
    except ValueError:
        raise SamlRefused("malformed", "a date is not an xs:date such as 1987-02-22Z") from None
