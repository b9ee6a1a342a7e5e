"""The hub's SOAP back channel: artifacts are resolved and sessions ended here."""

from dataclasses import replace

from starlette.responses import Response

from .. import federation
from ..saml.errors import SamlRefused
from ..saml.model import Status
from ..saml.soap import build_fault
from ..web.site import Site
from ..web.visit import Visit
from .state import HubDesk, HubSessions

_BAD_REQUEST = 400


def add_to(site: Site) -> None:
    """Add the two services."""

    @site.post(federation.ARTIFACT_PATH)
    async def resolve_artifact(visit: Visit) -> Response:
        """Exchange an artifact for its result, once, with the provider it was issued to."""
        hub, desk = federation.hub_of(visit), visit.world.state(HubDesk)
        try:
            resolve = hub.read_artifact_resolve(await visit.request.body(), federation.providers_of(visit))
        except SamlRefused as refusal:
            visit.write("ArtifactResolve refused", refusal=str(refusal))
            return _soap(build_fault(refusal), _BAD_REQUEST)
        waiting = desk.waiting.get(resolve.artifact)
        try:
            hub.require_redeemable(waiting.issued if waiting else None, resolve, now=visit.now)
        except SamlRefused as refusal:
            visit.write("artifact refused", refusal=str(refusal))
            return _soap(hub.build_empty_response(resolve, str(refusal), now=visit.now))
        assert waiting  # noqa: S101 - an unknown artifact was refused above
        waiting.issued = replace(waiting.issued, used=True)
        if isinstance(waiting.result, Status):
            return _soap(hub.build_failure_response(resolve, waiting.request, waiting.result, now=visit.now))
        answer = hub.build_artifact_response(resolve, waiting.request, waiting.result, now=visit.now)
        return _soap(answer)

    @site.post(federation.LOGOUT_PATH)
    async def single_logout(visit: Visit) -> Response:
        """End the hub's session of one login, and nobody else's."""
        hub = federation.hub_of(visit)
        try:
            request = hub.read_logout_request(await visit.request.body(), federation.providers_of(visit), now=visit.now)
        except SamlRefused as refusal:
            visit.write("LogoutRequest refused", refusal=str(refusal))
            return _soap(build_fault(refusal), _BAD_REQUEST)
        desk = visit.world.state(HubDesk)
        pesel = desk.pesel_named(request.issuer, request.name_id)
        if pesel:
            visit.world.state(HubSessions).end_where(pesel)
        return _soap(hub.build_logout_response(request, now=visit.now))


def _soap(content: bytes, status: int = 200) -> Response:
    return Response(content, status_code=status, media_type="text/xml")
