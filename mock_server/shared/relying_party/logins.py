"""Logging in through the hub: the request goes out, the artifact comes back and is resolved."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.responses import Response

from ...kernel.rules import seam
from ...kernel.translation import Text
from ...saml.authn_request import RequestOptions
from ...saml.errors import SamlRefused, StatusNotSuccess
from ...saml.levels import Level
from ...saml.model import Assertion
from ...saml.names import AUTHN_FAILED, new_id
from ...saml.post_binding import encode_for_post
from ...saml.service_provider import PendingLogin, ServiceProvider
from ...web.back_channel import SOAP_HEADERS, BackChannelFailed
from ...web.languages import adopt, chosen_at
from ...web.refusal import Refused
from ...web.rules import target_is_own
from ...web.site import Site
from ...web.visit import Visit
from .. import federation
from ..wire import write_saml
from .onward import log_in_again
from .state import OpenLogin, OpenLogins

LANDING = "/"
REQUEST_OPTIONS = RequestOptions(Level.SUBSTANTIAL, force_authn=True)
"""An account full of health data never opens to whoever sits at the computer next (ForceAuthn)."""


@dataclass(frozen=True)
class LoginEnded:
    """A login that ended without a person."""

    cancelled: bool
    target: str


def accept_logins(
    site: Site,
    on_login: Callable[[Visit, Assertion, str], Awaitable[Response]],
    on_end: Callable[[Visit, LoginEnded], Awaitable[Response]],
) -> None:
    """Add the way out to the hub (``/zaloguj``) and the way back (the ACS).

    ``on_login`` is given what the hub says of the person, and where they were going.
    """

    @site.get("/zaloguj")
    async def start(visit: Visit) -> Response:
        provider = federation.service_provider_of(visit, site.name)
        target = visit.query("cel") or LANDING
        login = begin_login(visit, target if target_is_own(target) else LANDING)
        return ask_hub(visit, provider, REQUEST_OPTIONS, login)

    @site.post(federation.ACS_PATH)
    async def consume(visit: Visit) -> Response:
        logins = visit.world.state(OpenLogins)
        login = logins.named(visit, visit.field("RelayState"))
        login.done = True
        provider = federation.service_provider_of(visit, site.name)
        try:
            assertion = await _resolve(visit, provider, login.pending)
        except StatusNotSuccess as ended:
            return await on_end(visit, LoginEnded(AUTHN_FAILED in ended.codes, login.target))
        except (BackChannelFailed, SamlRefused) as refusal:
            visit.write("SAML answer refused", refusal=str(refusal))
            again = log_in_again(login.target)
            raise Refused(
                403, Text("Nie udało się zalogować"), Text("Zacznij logowanie od początku."), onward=again
            ) from refusal
        logins.seen_assertions.add(assertion.id, assertion.not_on_or_after + provider.skew, visit.now)
        return await on_login(visit, assertion, login.target)


@seam
def begin_login(visit: Visit, target: str) -> OpenLogin:
    """Remember where this login leads, whatever other tabs of the browser begin."""
    pending = PendingLogin(new_id(), REQUEST_OPTIONS.minimum_level, visit.now)
    return visit.world.state(OpenLogins).begin(
        OpenLogin(visit.mark_browser(), visit.now, visit.site.name, pending=pending, target=target)
    )


@seam
def ask_hub(visit: Visit, provider: ServiceProvider, options: RequestOptions, login: OpenLogin) -> Response:
    """Send the browser to login.gov.pl with a request."""
    xml = provider.build_authn_request(options, request_id=login.pending.request_id, now=visit.now)
    write_saml(visit, "sent", "AuthnRequest", xml)
    chosen = chosen_at(visit)
    told = {"language": chosen} if chosen else {}
    return visit.auto_post(
        provider.hub.sso_url, behind="/", SAMLRequest=encode_for_post(xml), RelayState=login.id, **told
    )


async def _resolve(visit: Visit, provider: ServiceProvider, pending: PendingLogin) -> Assertion:
    resolve_id = new_id()
    soap = provider.build_artifact_resolve(visit.field("SAMLart"), resolve_id=resolve_id, now=visit.now)
    write_saml(visit, "sent", "ArtifactResolve", soap)
    answer = await visit.back_channel.post(
        visit.world.name, federation.HUB_SITE, federation.ARTIFACT_PATH, content=soap, headers=SOAP_HEADERS
    )
    adopt(visit, answer.headers.get("content-language", ""))
    seen = visit.world.state(OpenLogins).seen_assertions
    decrypted: list[bytes] = []
    try:
        return provider.read_artifact_response(
            answer.content,
            pending,
            resolve_id=resolve_id,
            now=visit.now,
            seen_before=seen.__contains__,
            on_decrypted=decrypted.append,
        )
    finally:
        write_saml(visit, "received", "ArtifactResponse", answer.content, *decrypted)
