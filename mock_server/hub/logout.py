"""Single logout at the hub: its session ends, and with it every other provider's that it opened."""

import asyncio

from .. import federation
from ..saml.errors import SamlRefused
from ..saml.model import LogoutRequest, Status
from ..saml.names import PARTIAL_LOGOUT, SUCCESS, new_id
from ..web.back_channel import BackChannelFailed
from ..web.visit import Visit
from ..wire import write_saml
from . import rules
from .state import HubDesk, HubSessions, Participant


async def log_out(visit: Visit, request: LogoutRequest) -> Status:
    """End what a provider's request names, tell the others, and say how that went.

    A session that is over already counts as ended. The status tells of the hub's own session first; a second code
    tells that another provider did not confirm (saml-core 3.7.3.2).
    """
    pesel = visit.world.state(HubDesk).pesel_named(request.issuer, request.name_id)
    if pesel is None:
        return Status()
    ended = visit.world.state(HubSessions).end_where(
        lambda session: rules.logout_ends(
            session.pesel, pesel, same_login=session.has(request.issuer, request.session_index)
        )
    )
    others = [
        participant
        for session in ended
        for participant in session.participants
        if rules.participant_is_told(participant.provider.issuer, request.issuer)
    ]
    confirmed = await asyncio.gather(*(_tell(visit, participant) for participant in others))
    return Status() if all(confirmed) else Status((SUCCESS, PARTIAL_LOGOUT))


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
