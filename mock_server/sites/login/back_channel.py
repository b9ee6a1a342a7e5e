"""The hub's SOAP back channel: artifacts are resolved and sessions ended here."""

from dataclasses import replace

from starlette.responses import Response

from ...kernel.rules import seam
from ...saml.errors import SamlRefused
from ...saml.identity_hub import IdentityHub
from ...saml.model import ArtifactResolve, Status
from ...shared import federation
from ...shared.wire import refuse_saml, send_saml, write_saml
from ...web.languages import in_language
from ...web.site import Site
from ...web.visit import Visit
from .logout import log_out
from .state import HubState, Participant, PendingResult


@seam
async def tell_result(visit: Visit, hub: IdentityHub, resolve: ArtifactResolve, waiting: PendingResult) -> Response:
    """Tell a provider who logged in, or why nobody did."""
    if isinstance(waiting.result, Status):
        failure = hub.build_failure_response(resolve, waiting.request, waiting.result, now=visit.now)
        return send_saml(visit, "ArtifactResponse", failure)
    identification, session = waiting.result
    session_index = hub.new_assertion_id()
    session.participants.append(Participant(waiting.request.provider, identification.name_id, session_index))
    assertion = hub.build_assertion(session_index, waiting.request, identification, now=visit.now)
    answer = hub.build_response_with(assertion, resolve, waiting.request, now=visit.now)
    return send_saml(visit, "ArtifactResponse", answer, assertion)


def add_to(site: Site) -> None:
    """Add the two services."""

    @site.message(federation.ARTIFACT_PATH)
    async def resolve_artifact(visit: Visit) -> Response:
        """Exchange an artifact for its result, once, with the provider it was issued to."""
        hub, state = federation.hub_of(visit), visit.world.state(HubState)
        write_saml(visit, "received", "ArtifactResolve", visit.body)
        try:
            resolve = hub.read_artifact_resolve(visit.body, federation.KnownProviders(visit), now=visit.now)
        except SamlRefused as refusal:
            return refuse_saml(visit, "ArtifactResolve", refusal)
        waiting = state.waiting.get(resolve.artifact)
        try:
            hub.require_redeemable(waiting.issued if waiting else None, resolve, now=visit.now)
        except SamlRefused as refusal:
            visit.write("artifact refused", refusal=str(refusal))
            return send_saml(visit, "ArtifactResponse", hub.build_empty_response(resolve, str(refusal), now=visit.now))
        assert waiting  # noqa: S101 - an unknown artifact was refused above
        waiting.issued = replace(waiting.issued, used=True)
        return in_language(await tell_result(visit, hub, resolve, waiting), waiting.language)

    @site.message(federation.LOGOUT_PATH)
    async def single_logout(visit: Visit) -> Response:
        """End the hub's session of one login, and what else it opened."""
        hub, seen = federation.hub_of(visit), visit.world.state(HubState).seen_requests
        write_saml(visit, "received", "LogoutRequest", visit.body)
        try:
            request = hub.read_logout_request(
                visit.body, federation.KnownProviders(visit), now=visit.now, seen_before=seen.__contains__
            )
            seen.remember(visit, hub, request)
            status = await log_out(visit, request)
        except SamlRefused as refusal:
            return refuse_saml(visit, "LogoutRequest", refusal)
        return send_saml(visit, "LogoutResponse", hub.build_logout_response(request, now=visit.now, status=status))
