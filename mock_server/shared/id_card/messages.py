"""What the eDO App and e-dowód say to each other."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ...web.exchange import Exchange


class CardCodeResult(StrEnum):
    """What became of a code, or of the number beneath it."""

    READ = "read"
    APPROVED = "approved"
    DECLINED = "declined"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    REPLACED = "replaced"
    USED = "used"
    BLOCKED = "blocked"
    CARD = "card"
    # only the app itself says
    EMPTY = "empty"
    FOREIGN = "foreign"
    UNREADABLE = "unreadable"
    HOST = "host"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True)
class CodeScanned:
    """This app scanned this code."""

    app: str
    code: str


@dataclass(frozen=True)
class NumberTyped:
    """This app was given this number."""

    app: str
    number: str


@dataclass(frozen=True)
class LoginDeclined:
    """The owner of this app refuses."""

    app: str
    code: str


@dataclass(frozen=True)
class LoginApproved:
    """The card of this number confirmed, held to the phone with this app."""

    app: str
    code: str
    card: str


@dataclass(frozen=True)
class LoginDetails:
    """What the app shows before the person agrees: who asks, for which data, since when."""

    code: str
    service: str
    data: tuple[str, ...]
    asked_at: datetime


@dataclass(frozen=True)
class CardCodeReply:
    """What became of the code; ``login`` is there exactly when it was read, ``locked_until`` when it was blocked."""

    result: CardCodeResult
    login: LoginDetails | None = None
    locked_until: datetime | None = None


READ_CODE = Exchange("/back/read", CodeScanned, CardCodeReply)
READ_NUMBER = Exchange("/back/read-number", NumberTyped, CardCodeReply)
DECLINE = Exchange("/back/decline", LoginDeclined, CardCodeReply)
APPROVE = Exchange("/back/approve", LoginApproved, CardCodeReply)
