"""Ending a login at the hub: an artifact for the provider, posted by the browser."""

from datetime import datetime

from starlette.responses import Response

from ...kernel.language import spoken
from ...kernel.rules import seam
from ...saml.assertion import Identification
from ...saml.levels import Level
from ...saml.model import IssuedArtifact, Status, Subject
from ...shared import federation
from ...web.delegation import Identity
from ...web.visit import Visit
from .state import HubSession, HubSessions, HubState, PendingResult, Transaction


def succeed(
    visit: Visit, transaction: Transaction, identity: Identity, level: Level, identified_at: datetime
) -> Response:
    """The person is known: start the hub's session, or go on with it, and tell the provider."""
    state, request = visit.world.state(HubState), transaction.request
    sessions = visit.world.state(HubSessions)
    before = [one for ended in sessions.end(visit) if ended.pesel == identity.pesel for one in ended.participants]
    session = HubSession(identity.pesel, identified_at, visit.now, identity=identity, level=level)
    for participant in before:
        session.participants.append(participant)
    sessions.start(visit, session)
    name_id = state.name_id(request.issuer, identity.pesel)
    subject = Subject(identity.given_name, identity.family_name, identity.birth_date, identity.pesel)
    identification = Identification(subject, level, identity.authorities, name_id, identified_at)
    return _hand_over(visit, transaction, (identification, session))


def fail(visit: Visit, transaction: Transaction, status: Status) -> Response:
    """Nobody is known: tell the provider why."""
    return _hand_over(visit, transaction, status)


def _hand_over(visit: Visit, transaction: Transaction, result: tuple[Identification, HubSession] | Status) -> Response:
    transaction.done = True
    request = transaction.request
    artifact = federation.hub_of(visit).new_artifact()
    issued = IssuedArtifact(artifact, request.issuer, visit.now, request.provider.signing_certificates)
    visit.world.state(HubState).waiting[artifact] = PendingResult(issued, request, result, spoken())
    behind = f"/login/{transaction.id}"
    return visit.auto_post(request.acs_url, behind=behind, SAMLart=artifact, **echoed(transaction.relay_state))


@seam
def echoed(relay_state: str | None) -> dict[str, str]:
    """A RelayState goes back as it came, even an empty one (saml-bindings 3.6.3); where none came, none goes back."""
    return {} if relay_state is None else {"RelayState": relay_state}
