"""Which answers were chosen in a world, and what was sent."""

from dataclasses import dataclass, field
from datetime import timedelta

from ..kernel.open_things import NothingOpen
from ..kernel.recent import Recent
from ..saml.assertion import Identification
from ..saml.model import AuthnRequest, Subject
from .answers import GOOD
from .bob import BOB
from .login import NOBODY_LISTENS
from .made import Made

NEXT, LATEST = "next", "latest"
"""Names, in the place of a request, the next login that is answered, and the one that was answered last by choice."""
_KEPT = 500


@dataclass(frozen=True)
class Choice:
    """What one login is answered with.

    Attributes:
        send: ``id`` or ``id:variant`` of the table, or `GOOD`.
        other: who Bob is; None is somebody who does not live here.
        earlier: the request of a login that was answered by choice before.
        listener: an address that counts who calls.
        skew: how far clocks may be apart, as the provider promises.
        session: how long the good answer lets the provider's session last; None says nothing of it.
    """

    send: str = GOOD
    other: Subject | None = None
    earlier: str | None = None
    listener: str = NOBODY_LISTENS
    skew: timedelta = timedelta(seconds=60)
    session: timedelta | None = None


@dataclass(frozen=True)
class Sent:
    """What one login was answered with, and what it takes to speak of that login again."""

    choice: Choice
    request: AuthnRequest
    told: Identification
    other: Identification
    session_index: str
    made: Made = field(repr=False)


class Choices(NothingOpen):
    """What was chosen in one world, and what was sent by choice."""

    def __init__(self) -> None:
        self._chosen: Recent[str, Choice] = Recent("chosen answer")
        self._next: Choice | None = None
        self.sent: Recent[str, Sent] = Recent("answer that was chosen", _KEPT)
        """By request."""

    def choose(self, request_id: str, choice: Choice) -> None:
        """Let the login of a request, or the `NEXT` one, be answered so, once."""
        if request_id == NEXT:
            self._next = choice
        else:
            self._chosen[request_id] = choice

    def take(self, request_id: str) -> Choice | None:
        """What was chosen for a login that is answered now."""
        if request_id in self._chosen:
            return self._chosen.pop(request_id)
        chosen, self._next = self._next, None
        return chosen

    def bob_of(self, request_id: str) -> Subject:
        """Somebody else than who logs in, as it was chosen for a login that waits."""
        chosen = self._chosen.get(request_id)
        return (chosen.other if chosen else None) or BOB

    def of_session(self, session_index: str | None) -> Sent | None:
        """The login of this session index, if it was answered by choice."""
        return next((one for one in self.sent.values() if one.session_index == session_index), None)
