"""Logging out at the hub, over the back channel."""

from .. import federation
from ..saml.errors import SamlRefused
from ..saml.names import new_id
from ..web.back_channel import SOAP_HEADERS
from ..web.visit import Visit
from ..wire import write_saml


async def log_out_at_hub(visit: Visit, name_id: str, session_index: str) -> bool:
    """End the hub's session of one login. False when the hub would not or could not confirm it."""
    provider = federation.service_provider_of(visit, visit.site.name)
    request_id = new_id()
    soap = provider.build_logout_request(name_id, session_index, request_id=request_id, now=visit.now)
    write_saml(visit, "sent", "LogoutRequest", soap)
    answer = await visit.back_channel.post(
        visit.world.name, federation.HUB_SITE, federation.LOGOUT_PATH, content=soap, headers=SOAP_HEADERS
    )
    write_saml(visit, "received", "LogoutResponse", answer.content)
    try:
        provider.read_logout_response(answer.content, request_id=request_id)
    except SamlRefused as refusal:
        visit.write("hub logout not confirmed", refusal=str(refusal))
        return False
    return True
