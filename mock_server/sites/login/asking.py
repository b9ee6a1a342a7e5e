"""A provider asks for a login: an AuthnRequest, by HTTP-POST."""

from markupsafe import Markup
from starlette.responses import Response

from ...kernel.translation import Text
from ...saml import outcomes
from ...saml.errors import SamlRefused, quoted
from ...saml.post_binding import decode_posted, wrong_binding
from ...shared import federation
from ...shared.wire import write_saml
from ...web.languages import adopt
from ...web.refusal import Refused
from ...web.site import Site
from ...web.visit import Visit
from . import results, rules
from .methods import offered_at
from .silent import LOGIN_AS, SilentLogin, SilentLoginInvalid, silent_login
from .state import HubState, Transaction


def add_to(site: Site) -> None:
    """Add the single sign-on service."""

    @site.get(federation.SSO_PATH)
    async def explain_binding(visit: Visit) -> Response:
        """Somebody asks by HTTP-Redirect, or looks what is here."""
        answer = visit.render("request_refused.html", status=405, refusal=wrong_binding("a GET"))
        answer.headers["Allow"] = "POST"
        return answer

    @site.post(federation.SSO_PATH)
    async def begin(visit: Visit) -> Response:
        """A provider asks (AuthnRequest, HTTP-POST)."""
        if visit.came_by_the_nodes_name:
            return visit.pass_on(visit.url(federation.HUB_SITE, federation.SSO_PATH))
        hub, state = federation.hub_of(visit), visit.world.state(HubState)
        try:
            xml = decode_posted(_posted_request(visit))
            write_saml(visit, "received", "AuthnRequest", xml)
            request = hub.read_authn_request(
                xml,
                federation.KnownProviders(visit),
                now=visit.now,
                seen_before=state.seen_requests.__contains__,
            )
            relay_state = _posted_relay_state(visit)
        except SamlRefused as refusal:
            visit.write("AuthnRequest refused", refusal=str(refusal))
            return visit.render("request_refused.html", status=400, refusal=refusal)
        state.seen_requests.remember(visit, hub, request)
        adopt(visit, visit.field("language"))
        transaction = state.begin(
            Transaction(visit.mark_browser(), visit.now, request=request, relay_state=relay_state)
        )
        return _first_answer(visit, transaction) or visit.redirect(f"/login/{transaction.id}")


def _posted_request(visit: Visit) -> str:
    """The form's field.

    Raises:
        SamlRefused: there is none.
    """
    if "SAMLRequest" not in visit.form:
        fields = quoted(", ".join(sorted(visit.form)) or None)
        raise SamlRefused("request_missing", f"expected a form with the field SAMLRequest, got the fields {fields}")
    return visit.field("SAMLRequest")


def _posted_relay_state(visit: Visit) -> str | None:
    """The form's other field, if it is there.

    Raises:
        SamlRefused: it is too long.
    """
    given = visit.form.get("RelayState")
    if given is not None and not rules.relay_state_is_short_enough(len(given)):
        limit = rules.RELAY_STATE_LIMIT
        raise SamlRefused("relay_state", f"expected a RelayState of at most {limit} characters, got {len(given)}")
    return given


def _first_answer(visit: Visit, transaction: Transaction) -> Response | None:
    """What the hub can answer without showing its page, if anything."""
    request = transaction.request
    by_parameter, expected = _silent_by_parameter(visit), _expected_login(visit)
    silent = by_parameter or expected
    if silent and rules.method_reaches_level(silent.reached, request.minimum_level):
        return results.succeed(visit, transaction, silent.identity, silent.reached, visit.now)
    if silent:
        return results.fail(visit, transaction, outcomes.LEVEL_TOO_LOW)
    if not offered_at(request.minimum_level):
        return results.fail(visit, transaction, outcomes.LEVEL_TOO_LOW)
    return None


def _expected_login(visit: Visit) -> SilentLogin | None:
    """The login that was set for this request, which uses it up; none if the person has left the world since."""
    state = visit.world.state(HubState)
    expected, state.next_login = state.next_login, None
    here = expected and expected.in_world_now(visit.world)
    if expected and not here:
        visit.write("silent login forgotten", reason="the person was removed from this world")
    return here


def _silent_by_parameter(visit: Visit) -> SilentLogin | None:
    pesel = visit.query(LOGIN_AS)
    if not pesel:
        return None
    if not visit.may_steer:
        raise Refused(
            401,
            Text("Nie można zalogować tej osoby bez stron"),
            Text("Wyślij token API sterującego: Authorization: Bearer TOKEN."),
        )
    wanted_method = visit.query("method") or "mobywatel"
    try:
        return silent_login(visit.world, pesel, wanted_method, visit.query("bank"), visit.query("level"))
    except SilentLoginInvalid as error:
        told = Markup('<span lang="en">{}</span>').format(str(error))
        raise Refused(422, Text("Nie można zalogować tej osoby bez stron"), told) from error
