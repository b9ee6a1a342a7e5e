"""Logging out over the back channel: here first and then at the hub, or the other way round."""

from collections.abc import Callable

from starlette.responses import Response

from ...kernel.rules import seam
from ...saml.errors import SamlRefused
from ...saml.model import LogoutRequest
from ...saml.names import new_id
from ...web.back_channel import SOAP_HEADERS, BackChannelFailed
from ...web.site import Site
from ...web.visit import Visit
from .. import federation
from ..wire import refuse_saml, send_saml, write_saml
from .state import SeenLogouts


@seam
async def log_out_at_hub(visit: Visit, name_id: str, session_index: str) -> bool:
    """End the hub's session of one login. False when the hub would not or could not confirm it."""
    provider = federation.service_provider_of(visit, visit.site.name)
    request_id = new_id()
    soap = provider.build_logout_request(name_id, session_index, request_id=request_id, now=visit.now)
    write_saml(visit, "sent", "LogoutRequest", soap)
    try:
        answer = await visit.back_channel.post(
            visit.world.name, federation.HUB_SITE, federation.LOGOUT_PATH, content=soap, headers=SOAP_HEADERS
        )
        write_saml(visit, "received", "LogoutResponse", answer.content)
        provider.read_logout_response(answer.content, request_id=request_id)
    except (BackChannelFailed, SamlRefused) as refusal:
        visit.write("hub logout not confirmed", refusal=str(refusal))
        return False
    return True


def accept_logouts(site: Site, end: Callable[[Visit, LogoutRequest], None]) -> None:
    """Let the hub end the sessions of this provider that it opened; ``end`` ends them."""

    @site.message(federation.OWN_LOGOUT_PATH)
    async def log_out(visit: Visit) -> Response:
        provider, seen = federation.service_provider_of(visit, site.name), visit.world.state(SeenLogouts)
        write_saml(visit, "received", "LogoutRequest", visit.body)
        try:
            request = provider.read_logout_request(visit.body, now=visit.now, seen_before=seen.__contains__)
        except SamlRefused as refusal:
            return refuse_saml(visit, "LogoutRequest", refusal)
        seen.add(request.id, visit.now + provider.freshness.window, visit.now)
        end(visit, request)
        return send_saml(visit, "LogoutResponse", provider.build_logout_response(request, now=visit.now))
