"""Values as people write them down: what a text, a number or a time must be like to make sense.

A type here is its plain type to everybody but pydantic, which asks ``check`` when it reads one; nothing is imported
for that before.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, ClassVar
from urllib.parse import urlsplit

from .clock import require_clock_time
from .institutions import INSTITUTIONS
from .near import beginning, near
from .pesel import birth_date_of

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

_LONGEST = 1024
"""Characters, as of an entityID (saml-metadata 2.2.1)."""
_MOST = 1000
"""Tries; nobody counts further."""
_FIRST_YEAR, _LAST_YEAR = 1800, 2399
"""A century around the years of a clock, so that any time may be shown in any zone."""


@dataclass(frozen=True)
class Sense:
    """What a value must be like.

    Attributes:
        check: raises ValueError, which says what is wanted instead.
        pattern: the same as a regular expression, where one can say it; told in the description of the API.
    """

    check: Callable[[Any], object]
    pattern: str | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":  # noqa: ANN401
        """Let pydantic check, after its own checks."""
        from pydantic_core import core_schema  # noqa: PLC0415 - a start need not pay for it

        def checked(value: object) -> object:
            self.check(value)
            return value

        return core_schema.no_info_after_validator_function(checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: "CoreSchema", handler: "GetJsonSchemaHandler") -> dict[str, Any]:
        """Tell the pattern."""
        described = handler(schema)
        return described | {"pattern": f"^{self.pattern}$"} if self.pattern else described


class Written:
    """The base of a dataclass that is read from JSON: no unknown field, no type but its own."""

    __pydantic_config__: ClassVar = {"extra": "forbid", "strict": True}


def _shaped(pattern: str, wanted: str) -> Sense:
    def check(text: str) -> None:
        if not re.fullmatch(pattern, text):
            raise ValueError(f"write {wanted}")

    return Sense(check, pattern)


def require_line(text: str) -> None:
    """Refuse what nobody can read, type or be called.

    Raises:
        ValueError: this is blank, too long, or not one line of printable characters.
    """
    if not text.strip():
        raise ValueError("this must not be blank")
    if text != text.strip() or not text.isprintable():
        raise ValueError("write one line of printable characters, without blanks around it")
    if len(text) > _LONGEST:
        raise ValueError(f"this has at most {_LONGEST} characters")


def _moment(moment: datetime) -> None:
    if moment.tzinfo is None:
        raise ValueError("give the time with its zone, as in 2026-01-31T12:00:00+01:00")
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError(f"the years go from {_FIRST_YEAR} to {_LAST_YEAR}")


def require_day(day: date) -> None:
    """Refuse a day that is far from any clock's.

    Raises:
        ValueError: the year is not near enough.
    """
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError(f"the years go from {_FIRST_YEAR} to {_LAST_YEAR}")


def _seed(number: int) -> None:
    if number < 0:
        raise ValueError("a seed is 0 or more")


def _count(number: int) -> None:
    if not 0 <= number <= _MOST:
        raise ValueError(f"this goes from 0 to {_MOST}")


def _institution(name: str) -> None:
    known = [institution.id for institution in INSTITUTIONS]
    if name not in known:
        raise ValueError(f"no institution is named {beginning(name)!r}; {near(name, known)}")


def require_web_address(text: str) -> None:
    """Refuse what no browser can be sent to, or what it would change before it goes there.

    Raises:
        ValueError: this is no absolute address of http or https, or has a user's name, a fragment or a backslash.
    """
    told = f"{text!r} is no address: write it whole, as in https://provider.example/saml/acs"
    try:
        parts = urlsplit(text)
        good = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError as error:
        raise ValueError(told) from error
    if not good or not text.isprintable() or " " in text:
        raise ValueError(told)
    if "@" in parts.netloc or "#" in text or "\\" in text:
        raise ValueError(f"{text!r} must go without user name (@), fragment (#) and backslash")


Line = Annotated[str, Sense(require_line)]
"""One line that somebody can read, type or be called."""
Moment = Annotated[datetime, Sense(_moment)]
"""A time with its zone, near enough to now to be shown in any zone."""
Day = Annotated[date, Sense(require_day)]
"""A day of such a year."""
ClockTime = Annotated[datetime, Sense(require_clock_time)]
"""A time with its zone to which a world's clock can be set."""
Pesel = Annotated[str, Sense(birth_date_of, "[0-9]{11}")]
"""A PESEL whose check digit agrees."""
PhoneNumber = Annotated[str, _shaped(r"\+[1-9][0-9]{6,14}", "a phone number with its country, as in +48500600700")]
"""E.164."""
Email = Annotated[str, _shaped(r"[!-?A-~]+@[!-?A-~]+", "an e-mail address, as in anna@example.com")]
InstitutionId = Annotated[str, Sense(_institution)]
"""The id of an institution of the announcement."""
WebAddress = Annotated[str, Sense(require_web_address)]
"""An absolute address of http or https."""
Seed = Annotated[int, Sense(_seed)]
"""From which people and credentials are drawn; with a sign it would draw what it draws without."""
Count = Annotated[int, Sense(_count)]
"""How often something was tried."""
FourDigits = Annotated[str, _shaped("[0-9]{4}", "4 digits")]
SixDigits = Annotated[str, _shaped("[0-9]{6}", "6 digits")]
EightDigits = Annotated[str, _shaped("[0-9]{8}", "8 digits")]
DocumentId = Annotated[str, _shaped("[A-Za-z0-9_-]{1,64}", "1 to 64 letters, digits, - and _")]
"""What names a document in an address."""
SickLeaveNumber = Annotated[str, _shaped("[A-Z]{2}[0-9]{7}", "2 capital letters and 7 digits, as in ZZ0000001")]
ReferralNumber = Annotated[str, _shaped("[0-9]{22}", "22 digits")]
"""The number of an e-skierowanie; its length is our choice."""
