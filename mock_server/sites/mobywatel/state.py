"""What the app keeps: which phone it runs on, who is signed in, which codes it has read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ...kernel.open_things import OpenThing
from ...kernel.people import Attempts
from ...kernel.recent import Recent
from ...kernel.secret import opaque_id
from ...web.lockout import Tries
from ...web.session import Session, Sessions

PHONE_COOKIE = "__Host-phone"
_CONSENTS = 100
"""Codes that one open app remembers."""


@dataclass
class Consent:
    """A code that was read: the app asks for consent; login.mobywatel counts one answer.

    Attributes:
        handle: names it in addresses, which stay in a browser's history, as the code itself may not.
    """

    code: str
    service: str
    asked_at: datetime
    handle: str = field(default_factory=opaque_id)


@dataclass
class AppSession(Session):
    """The app, unlocked. Wrong codes are counted, so that nobody tries them out.

    Attributes:
        consents: by handle; of an app without a screen, which has no addresses, by code.
    """

    consents: Recent[str, Consent] = field(default_factory=lambda: Recent("consent in mObywatel", _CONSENTS))


class AppSessions(Sessions[AppSession]):
    """The app locks itself after ten minutes in the pocket (our choice)."""

    site = "mobywatel"
    idle = timedelta(minutes=10)
    absolute = timedelta(minutes=30)

    def __init__(self) -> None:
        super().__init__()
        self._wrong_codes = Tries("an mObywatel")

    def open_things(self) -> Iterator[OpenThing]:
        """Every app that is open, and the unknown codes that it was given in a row."""
        yield from super().open_things()
        for (pesel,), attempts in self._wrong_codes.counted():
            yield from attempts.open_things(self.site, "code", pesel)

    def attempts_at_codes(self, pesel: str) -> Attempts:
        """How many unknown codes in a row this person's app was given."""
        return self._wrong_codes.of(pesel)
