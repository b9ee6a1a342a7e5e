"""Single logout at the hub: its session ends, and with it every other provider's that it opened."""

import asyncio
from collections.abc import Set

from ...kernel.rules import seam
from ...saml.errors import SamlRefused, expected_got
from ...saml.keys import Certificate
from ...saml.model import LogoutRequest, Status
from ...saml.names import PARTIAL_LOGOUT, SUCCESS, new_id
from ...shared import federation
from ...shared.wire import write_saml
from ...web.back_channel import BackChannelFailed
from ...web.delegation import withdraw_asks
from ...web.visit import Visit
from . import rules
from .state import HubSession, HubSessions, HubState, Participant


async def log_out(visit: Visit, request: LogoutRequest) -> Status:
    """End what a provider's request names, tell the others, and say how that went.

    A session that is over already counts as ended. The status tells of the hub's own session first; a second code
    tells that another provider did not confirm (saml-core 3.7.3.2).

    Raises:
        SamlRefused: ``logout_of_another``, every login that it names was asked for with other certificates.
    """
    ended = _end_sessions(visit, request)
    await _end_logins(visit, {session.browser for session in ended if session.browser})
    others = [
        participant
        for session in ended
        for participant in session.participants
        if rules.participant_is_told(participant.provider.issuer, request.issuer)
    ]
    confirmed = await asyncio.gather(*(tell_participant(visit, participant) for participant in others))
    return Status() if all(confirmed) else Status((SUCCESS, PARTIAL_LOGOUT))


def _end_sessions(visit: Visit, request: LogoutRequest) -> list[HubSession]:
    """End the sessions that a request names, if they are its sender's."""
    sessions = visit.world.state(HubSessions)
    asked_with = {session.id: _asked_with(visit, session, request) for session in sessions.named_by(request)}
    theirs = {
        session_id
        for session_id, certificates in asked_with.items()
        if rules.logout_is_by_who_asked(request.certificates, certificates)
    }
    if asked_with and not theirs:
        raise SamlRefused(
            "logout_of_another",
            expected_got(
                "certificate the login was asked for with (SHA-256)",
                [certificate.fingerprint for certificate in set().union(*asked_with.values())],
                " or ".join(certificate.fingerprint for certificate in request.certificates),
            ),
        )
    return sessions.end_where(lambda session: session.id in theirs)


async def _end_logins(visit: Visit, browsers: Set[str]) -> None:
    """End the logins that were begun in these browsers: nobody finishes them after who left."""
    for browser in browsers:
        for transaction in visit.world.state(HubState).end_in_browser(browser):
            await withdraw_asks(visit, transaction.id)


def _asked_with(visit: Visit, session: HubSession, request: LogoutRequest) -> set[Certificate]:
    """With which certificates the logins of a session that a request names were asked for, or could have been."""
    registered = federation.KnownProviders(visit).get(request.issuer)
    of_registered = registered.signing_certificates if registered else ()
    of_logins = (login.provider.signing_certificates for login in session.logins_named_by(request))
    return set(of_registered).union(*of_logins)


@seam
async def tell_participant(visit: Visit, participant: Participant) -> bool:
    """Whether a provider confirms that its session ended; one without an address is not asked."""
    hub, provider = federation.hub_of(visit), participant.provider
    if provider.logout_url is None:
        return True
    request_id = new_id()
    soap = hub.build_logout_request(
        provider.logout_url,
        participant.name_id,
        participant.session_index,
        to=provider.issuer,
        request_id=request_id,
        now=visit.now,
    )
    write_saml(visit, "sent", "LogoutRequest", soap)
    try:
        answer = await visit.back_channel.send_soap(visit.addresses, visit.world.name, provider.logout_url, soap)
        write_saml(visit, "received", "LogoutResponse", answer)
        hub.read_logout_response(answer, provider, request_id=request_id)
    except (BackChannelFailed, SamlRefused) as failure:
        visit.write("logout not confirmed", provider=provider.issuer, refusal=str(failure))
        return False
    return True
