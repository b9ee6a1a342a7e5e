"""What the hub remembers: logins under way, who is signed in, artifacts that wait to be resolved."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...kernel.language import Language
from ...kernel.open_things import Kind, OpenThing
from ...kernel.recent import Latest, Recent
from ...kernel.rules import seam
from ...kernel.secret import opaque_id
from ...kernel.seen import Seen
from ...saml.artifact import LIFETIME
from ...saml.assertion import Identification
from ...saml.identity_hub import IdentityHub
from ...saml.levels import Level
from ...saml.model import AuthnRequest, IssuedArtifact, LogoutRequest, Provider, Status
from ...shared.federation import HUB_SITE, Federation
from ...web.delegation import Identity
from ...web.flow import Flow, Flows
from ...web.refusal import Onward, back_to
from ...web.session import Session, Sessions
from ...web.visit import Visit
from . import rules
from .silent import SilentLogin

LAST_METHOD_COOKIE = "__Host-last-method"
COOKIES_SEEN_COOKIE = "__Host-cookies-seen"
_PARTICIPANTS = 100
"""Logins of one session, each of which is ended with it."""


@dataclass
class Transaction(Flow):
    """One login, from a provider's request to the artifact.

    Attributes:
        relay_state: what came with the request and goes back with the answer; None when nothing came.
        method: the one chosen last.
        notice: told once, on the next page.
        uncovered: whether the next page comes because the cookie banner was taken away.
    """

    request: AuthnRequest
    relay_state: str | None
    method: str | None = None
    notice: str | None = None
    uncovered: bool = False

    @property
    def onward(self) -> Onward:
        """The provider."""
        return back_to(self.request.provider.name, rules.start_of_service(self.request.acs_url))


@dataclass(frozen=True)
class Participant:
    """A provider that let the person in, and its two names for that login."""

    provider: Provider
    name_id: str
    session_index: str


@dataclass
class HubSession(Session):
    """A person whom the hub knows in this browser, since they were identified, whatever it has answered meanwhile."""

    identity: Identity
    level: Level
    participants: Latest[Participant] = field(default_factory=lambda: Latest("participant of a session", _PARTICIPANTS))

    def logins_named_by(self, request: LogoutRequest) -> list[Participant]:
        """The logins of this session that a logout names."""
        return [
            login
            for login in self.participants
            if rules.logout_names(request, login.provider.issuer, login.name_id, login.session_index)
        ]


class HubSessions(Sessions[HubSession]):
    """The hub's own sessions, for providers that do not force a new login."""

    site = HUB_SITE

    @seam
    def named_by(self, request: LogoutRequest) -> list[HubSession]:
        """The sessions with a login that a logout names."""
        return [session for session in self if session.logins_named_by(request)]


@dataclass
class PendingResult:
    """A result that waits for its provider: who logged in and in which session of the hub, or why nobody did.

    Attributes:
        language: in which the person was spoken to at the hub.
    """

    issued: IssuedArtifact
    request: AuthnRequest
    result: tuple[Identification, HubSession] | Status
    language: Language

    def as_open_thing(self) -> OpenThing:
        """The artifact, while nobody has resolved it."""
        pesel = None if isinstance(self.result, Status) else self.result[1].pesel
        until = self.issued.issued_at + LIFETIME
        return OpenThing(Kind.ARTIFACT, HUB_SITE, self.issued.issued_to, pesel, until=until)


class SeenRequests:
    """Requests that were accepted, by the clock that their age is counted by: who moves one does not move the other."""

    def __init__(self) -> None:
        self._by_world_clock = Seen()
        self._in_real_time = Seen()

    def __contains__(self, id: str) -> bool:  # noqa: A002
        return id in self._by_world_clock or id in self._in_real_time

    def remember(self, visit: Visit, hub: IdentityHub, request: AuthnRequest | LogoutRequest) -> None:
        """Remember a request until its age alone is reason to refuse it, where its provider lives."""
        in_world_time = visit.world.state(Federation).in_world_time(request.issuer)
        now = visit.now + hub.clock_ahead(request.issuer)
        seen = self._by_world_clock if in_world_time else self._in_real_time
        seen.add(request.id, now + hub.freshness.window, now)


class HubState(Flows[Transaction]):
    """What the hub remembers in one world."""

    site = HUB_SITE

    def __init__(self) -> None:
        super().__init__()
        self.waiting: Recent[str, PendingResult] = Recent("artifact", missed=lambda waiting: not waiting.issued.used)
        """Results by artifact."""
        self.next_login: SilentLogin | None = None
        self.seen_requests = SeenRequests()
        self.name_ids: Recent[tuple[str, str], str] = Recent("name of a person")
        """Opaque names by provider and PESEL: one provider cannot compare notes with another."""

    def open_things(self) -> Iterator[OpenThing]:
        """Logins under way, artifacts that nobody has resolved, and the login that is arranged."""
        yield from super().open_things()
        for waiting in self.waiting.values():
            if not waiting.issued.used:
                yield waiting.as_open_thing()
        if self.next_login:
            yield OpenThing(Kind.NEXT_LOGIN, HUB_SITE, self.next_login.method.id, self.next_login.person.pesel)

    def name_id(self, issuer: str, pesel: str) -> str:
        """What a provider knows a person by, from now on if it had no name for them."""
        if (issuer, pesel) not in self.name_ids:
            self.name_ids[issuer, pesel] = opaque_id()
        return self.name_ids[issuer, pesel]
