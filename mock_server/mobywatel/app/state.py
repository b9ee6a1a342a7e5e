"""What the app keeps: which phone it runs on, who is signed in, which codes it has read."""

from dataclasses import dataclass, field
from datetime import timedelta

from ...kernel.people import Attempts
from ...web.session import Session, Sessions

PHONE_COOKIE = "__Host-phone"


@dataclass
class Consent:
    """A code that was read: the app asks for consent; login.mobywatel counts one answer."""

    code: str
    service: str


@dataclass
class AppSession(Session):
    """The app, unlocked. Wrong codes are counted, so that nobody tries them out."""

    consents: dict[str, Consent] = field(default_factory=dict)


class AppSessions(Sessions[AppSession]):
    """The app locks itself after ten minutes in the pocket (our choice)."""

    idle = timedelta(minutes=10)
    absolute = timedelta(minutes=30)

    def __init__(self) -> None:
        super().__init__()
        self.wrong_codes: dict[str, Attempts] = {}

    def attempts_at_codes(self, pesel: str) -> Attempts:
        """How many unknown codes in a row this person's app was given."""
        return self.wrong_codes.setdefault(pesel, Attempts())
