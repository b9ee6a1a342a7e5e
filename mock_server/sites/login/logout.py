"""Single logout at the hub: its session ends, and with it every other provider's that it opened."""

import asyncio

from ...saml.errors import SamlRefused, expected_got
from ...saml.keys import Certificate
from ...saml.model import LogoutRequest, Status
from ...saml.names import PARTIAL_LOGOUT, SUCCESS, new_id
from ...shared import federation
from ...shared.wire import write_saml
from ...web.back_channel import BackChannelFailed
from ...web.visit import Visit
from . import rules
from .state import HubDesk, HubSession, HubSessions, Participant


async def log_out(visit: Visit, request: LogoutRequest) -> Status:
    """End what a provider's request names, tell the others, and say how that went.

    A session that is over already counts as ended. The status tells of the hub's own session first; a second code
    tells that another provider did not confirm (saml-core 3.7.3.2).

    Raises:
        SamlRefused: ``logout_of_another``, every login that it names was asked for with other certificates.
    """
    pesel = visit.world.state(HubDesk).pesel_named(request.issuer, request.name_id)
    if pesel is None:
        return Status()
    ended = _end_sessions(visit, request, pesel)
    others = [
        participant
        for session in ended
        for participant in session.participants
        if rules.participant_is_told(participant.provider.issuer, request.issuer)
    ]
    confirmed = await asyncio.gather(*(_tell(visit, participant) for participant in others))
    return Status() if all(confirmed) else Status((SUCCESS, PARTIAL_LOGOUT))


def _end_sessions(visit: Visit, request: LogoutRequest, pesel: str) -> list[HubSession]:
    """End the sessions of the logins that a request names, if they are its sender's."""
    registered = federation.KnownProviders(visit).get(request.issuer)
    of_registered = registered.signing_certificates if registered else ()
    others_keys: set[Certificate] = set()

    def is_ended(session: HubSession) -> bool:
        named = session.named_by(request)
        if not rules.logout_ends(session.pesel, pesel, same_login=bool(named)):
            return False
        asking = {*of_registered, *(one for login in named for one in login.provider.signing_certificates)}
        if rules.logout_is_by_who_asked(request.certificates, asking):
            return True
        others_keys.update(asking)
        return False

    ended = visit.world.state(HubSessions).end_where(is_ended)
    if others_keys and not ended:
        raise SamlRefused(
            "logout_of_another",
            expected_got(
                "certificate the login was asked for with (SHA-256)",
                [certificate.fingerprint for certificate in others_keys],
                " or ".join(certificate.fingerprint for certificate in request.certificates),
            ),
        )
    return ended


async def _tell(visit: Visit, participant: Participant) -> bool:
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
