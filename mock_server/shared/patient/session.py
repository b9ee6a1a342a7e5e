"""The session of an account: it warns before it ends, and knows which login at login.gov.pl opened it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from math import ceil

from ...kernel.secret import opaque_id
from ...saml.model import LogoutRequest
from ...web.session import Session, Sessions
from . import rules
from .patient import Patient

CHANGED = "sessions"
"""What the pages of an account wait to hear of."""


@dataclass(frozen=True)
class HubLogin:
    """The login at login.gov.pl that opened a session, as a logout names it (SAML NameID and SessionIndex)."""

    name_id: str
    session_index: str

    def is_named_by(self, request: LogoutRequest) -> bool:
        """Whether login.gov.pl asks for the end of what it opened."""
        return rules.logout_names_login(
            self.name_id,
            self.session_index,
            ended_name_id=request.name_id,
            ended_session_index=request.session_index,
        )


@dataclass
class PatientSession(Session):
    """A signed-in patient. ``hub_login`` is None where something else than login.gov.pl opened the session."""

    patient: Patient
    hub_login: HubLogin | None = None
    mark: str = field(default_factory=opaque_id, kw_only=True)
    """Tells the session's pages apart from another session's; it opens nothing."""


class Stage(StrEnum):
    """How near the end is."""

    ALIVE = "alive"
    ENDING = "ending"
    LAST = "last"
    """Ending, and no activity can put it off: the longest life is near."""
    OVER = "over"


class PatientSessions(Sessions[PatientSession]):
    """The sessions of one account site in one world; a site makes a subclass of its own."""

    def stage(self, session: PatientSession, now: datetime) -> Stage:
        """How near the end of this session is."""
        if not rules.warning_is_due(self.ends_at(session), now):
            return Stage.ALIVE
        can_be_put_off = rules.end_can_be_put_off(self.ends_at(session), self.latest_end(session))
        return Stage.ENDING if can_be_put_off else Stage.LAST

    def seconds_left(self, session: PatientSession, now: datetime) -> int:
        """Whole seconds until it ends if nothing happens."""
        return ceil((self.ends_at(session) - now).total_seconds())
