"""What mObywatel and the sites that it confirms for say to each other, and a phone without a screen to mObywatel."""

from dataclasses import dataclass
from enum import StrEnum

from ..web.exchange import Exchange


class CodeResult(StrEnum):
    """What became of a code."""

    READ = "read"
    APPROVED = "approved"
    DECLINED = "declined"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    USED = "used"
    # only the app itself says
    UNREADABLE = "unreadable"
    FOREIGN = "foreign"
    LIMITED = "limited"
    NOT_READ = "not_read"
    UNAVAILABLE = "unavailable"


class PushResult(StrEnum):
    """What an answer to a push is worth."""

    ACCEPTED = "accepted"
    EXPIRED = "expired"
    ALREADY_ANSWERED = "already_answered"
    NOT_YOURS = "not_yours"
    # only the app itself says
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True)
class CodeSeen:
    """This person's app read this code."""

    code: str
    pesel: str


@dataclass(frozen=True)
class CodeDecision:
    """This person approves or declines what a code asks for."""

    code: str
    pesel: str
    approve: bool


@dataclass(frozen=True)
class CodeReply:
    """What became of the code; ``service`` is who asks, told exactly when the code was read."""

    result: CodeResult
    service: str | None = None


@dataclass(frozen=True)
class PushDecision:
    """This person approves or declines the operation that a push names."""

    push: str
    pesel: str
    approve: bool


@dataclass(frozen=True)
class PushReply:
    """What the decision is worth."""

    result: PushResult


@dataclass(frozen=True)
class TextSeen:
    """The camera of this person's phone saw this text."""

    text: str
    pesel: str


@dataclass(frozen=True)
class AppCodeReply:
    """What the app says of a code: ``code`` and ``service`` if it was read, ``message`` if it would show a reason."""

    result: CodeResult
    code: str | None = None
    service: str | None = None
    message: str | None = None


@dataclass(frozen=True)
class AppPushReply:
    """What the app says of a push, with the ``message`` that it would show as the reason, if any."""

    result: PushResult
    message: str | None = None


# The app asks login.mobywatel, and the site that sent a push.
READ_CODE = Exchange("/back/read", CodeSeen, CodeReply)
DECIDE_CODE = Exchange("/back/decide", CodeDecision, CodeReply)
DECIDE_PUSH = Exchange("/back/push", PushDecision, PushReply)

# A phone without a screen asks the app.
SHOW_TEXT_TO_APP = Exchange("/back/code", TextSeen, AppCodeReply)
DECIDE_CODE_IN_APP = Exchange("/back/consent", CodeDecision, AppCodeReply)
DECIDE_PUSH_IN_APP = Exchange("/back/push-answer", PushDecision, AppPushReply)
