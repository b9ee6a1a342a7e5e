"""What the provider decides, and what it remembers of browsers; pages and HTTP are elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe

from . import back_channel, messages
from .answer import read_answer
from .artifact import require_artifact_of
from .asked import Asked
from .config import Hub, Provider
from .documents import Refused, require
from .logout import read_logout_request, read_logout_response
from .once import Once
from .sessions import Session, Sessions

LEVEL = "http://eidas.europa.eu/LoA/substantial"
_LOGIN_LASTS = timedelta(minutes=30)


class NotAsked(Exception):
    """This browser has begun no such login, or it was answered, or it took too long."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Desk:
    """Everything the provider remembers. A browser is known by a cookie that no other site's script can read."""

    provider: Provider
    hub: Hub
    now: Callable[[], datetime] = _now
    pending: dict[tuple[str, str], Asked] = field(default_factory=dict)
    """Logins under way, by browser and RelayState: an answer that another browser asked for finds nothing."""
    sessions: Sessions = field(default_factory=Sessions)
    used: Once = field(default_factory=Once)

    def begin(self, browser: str) -> tuple[bytes, str]:
        """Begin a login: the request for the hub, and the RelayState that comes back with its answer."""
        now, relay_state = self.now(), token_urlsafe()
        self.pending = {key: asked for key, asked in self.pending.items() if now < asked.at + _LOGIN_LASTS}
        asked = self.pending[browser, relay_state] = Asked(messages.new_id(), LEVEL, now)
        return messages.authn_request(self.provider, self.hub, asked.request_id, asked.level, now), relay_state

    def finish(self, browser: str, relay_state: str, artifact: str) -> str:
        """The ID of the session of whom an artifact stands for.

        Raises:
            NotAsked: nobody asked for this here.
            Refused: nobody who may be let in.
            HubSilent: the hub does not answer.
        """
        asked, now = self.pending.pop((browser, relay_state), None), self.now()
        if asked is None or now >= asked.at + _LOGIN_LASTS:
            raise NotAsked
        require_artifact_of(self.hub, artifact)
        require(self.used.use(artifact, now + _LOGIN_LASTS, now), "this artifact was used before")
        resolve_id = messages.new_id()
        soap = messages.artifact_resolve(self.provider, self.hub, resolve_id, artifact, now)
        answer = back_channel.post(self.hub.artifact_url, soap)
        now = self.now()
        login = read_answer(answer, resolve_id, asked, self.provider, self.hub, now)
        require(self.used.use(login.assertion_id, login.usable_until, now), "this assertion was used before")
        return self.sessions.begin(login, browser, now)

    def leave(self, session_id: str, session: Session) -> bool:
        """End a session here, whatever the hub says, then there. Whether the hub confirms it."""
        self.sessions.end(session_id)
        request_id, now = messages.new_id(), self.now()
        soap = messages.logout_request(self.provider, self.hub, request_id, session.login, now)
        try:
            answer = back_channel.post(self.hub.logout_url, soap)
            read_logout_response(answer, request_id, self.provider, self.hub, self.now())
        except (Refused, back_channel.HubSilent):
            return False
        return True

    def hub_leaves(self, soap: bytes) -> bytes:
        """End the sessions that the hub asks to end, and say so; one that is over already has ended, too.

        Raises:
            Refused: nothing ended.
        """
        now = self.now()
        asked = read_logout_request(soap, self.provider, self.hub, now)
        require(self.used.use(asked.request_id, asked.usable_until, now), "this request was used before")
        self.sessions.end_named(asked.name_id, asked.session_indexes)
        return messages.logout_response(self.provider, self.hub, asked.request_id, now)
