"""The hub's SOAP back channel: artifacts are resolved and sessions ended here."""

from dataclasses import replace

from starlette.responses import Response

from .. import federation
from ..saml.errors import SamlRefused
from ..saml.model import Status
from ..saml.soap import build_fault
from ..web.site import Site
from ..web.visit import Visit
from ..wire import write_saml
from .state import HubDesk, HubSessions

_BAD_REQUEST = 400


def add_to(site: Site) -> None:
    """Add the two services."""

    @site.post(federation.ARTIFACT_PATH)
    async def resolve_artifact(visit: Visit) -> Response:
        """Exchange an artifact for its result, once, with the provider it was issued to."""
        hub, desk = federation.hub_of(visit), visit.world.state(HubDesk)
        soap = await visit.request.body()
        write_saml(visit, "received", "ArtifactResolve", soap)
        try:
            resolve = hub.read_artifact_resolve(soap, federation.providers_of(visit))
        except SamlRefused as refusal:
            visit.write("ArtifactResolve refused", refusal=str(refusal))
            return _fault(visit, refusal)
        waiting = desk.waiting.get(resolve.artifact)
        try:
            hub.require_redeemable(waiting.issued if waiting else None, resolve, now=visit.now)
        except SamlRefused as refusal:
            visit.write("artifact refused", refusal=str(refusal))
            return _sent(visit, "ArtifactResponse", hub.build_empty_response(resolve, str(refusal), now=visit.now))
        assert waiting  # noqa: S101 - an unknown artifact was refused above
        waiting.issued = replace(waiting.issued, used=True)
        if isinstance(waiting.result, Status):
            failure = hub.build_failure_response(resolve, waiting.request, waiting.result, now=visit.now)
            return _sent(visit, "ArtifactResponse", failure)
        assertion = hub.build_assertion(waiting.request, waiting.result, now=visit.now)
        answer = hub.build_response_with(assertion, resolve, waiting.request, now=visit.now)
        return _sent(visit, "ArtifactResponse", answer, assertion)

    @site.post(federation.LOGOUT_PATH)
    async def single_logout(visit: Visit) -> Response:
        """End the hub's session of one login, and nobody else's."""
        hub, soap = federation.hub_of(visit), await visit.request.body()
        write_saml(visit, "received", "LogoutRequest", soap)
        try:
            request = hub.read_logout_request(soap, federation.providers_of(visit), now=visit.now)
        except SamlRefused as refusal:
            visit.write("LogoutRequest refused", refusal=str(refusal))
            return _fault(visit, refusal)
        desk = visit.world.state(HubDesk)
        pesel = desk.pesel_named(request.issuer, request.name_id)
        if pesel:
            visit.world.state(HubSessions).end_where(pesel)
        return _sent(visit, "LogoutResponse", hub.build_logout_response(request, now=visit.now))


def _fault(visit: Visit, refusal: SamlRefused) -> Response:
    return _sent(visit, "SOAP fault", build_fault(refusal), status=_BAD_REQUEST)


def _sent(visit: Visit, message: str, soap: bytes, assertion: bytes | None = None, *, status: int = 200) -> Response:
    write_saml(visit, "sent", message, soap, assertion)
    return Response(soap, status_code=status, media_type="text/xml")
