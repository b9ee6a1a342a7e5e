"""The new login page: a provider asks, the person chooses a method, the method's site answers."""

from starlette.responses import Response

from .. import federation
from ..saml import outcomes
from ..saml.errors import SamlRefused
from ..saml.post_binding import decode_posted
from ..web.delegation import Answer, Outcome, ProviderUnavailable, delegate
from ..web.refusal import Refused, not_found
from ..web.site import Site
from ..web.visit import Visit
from ..wire import write_saml
from . import results, rules
from .methods import METHODS, Method, method
from .silent import LOGIN_AS, SilentLogin, SilentLoginInvalid, silent_login
from .state import COOKIES_SEEN_COOKIE, LAST_METHOD_COOKIE, HubDesk, HubSessions, Transaction


def add_to(site: Site) -> None:
    """Add the routes of the login page."""

    @site.post(federation.SSO_PATH)
    async def begin(visit: Visit) -> Response:
        """A provider asks (AuthnRequest, HTTP-POST)."""
        desk = visit.world.state(HubDesk)
        try:
            xml = decode_posted(visit.field("SAMLRequest"))
            write_saml(visit, "received", "AuthnRequest", xml)
            request = federation.hub_of(visit).read_authn_request(
                xml,
                federation.KnownProviders(visit),
                now=visit.now,
                seen_before=desk.seen_requests.__contains__,
            )
        except SamlRefused as refusal:
            visit.write("AuthnRequest refused", refusal=str(refusal))
            return visit.render("request_refused.html", status=400, refusal=refusal)
        desk.seen_requests[request.id] = None
        relay_state = visit.form.get("RelayState", "")
        transaction = desk.begin(Transaction(visit.mark_browser(), visit.now, request=request, relay_state=relay_state))
        return _first_answer(visit, transaction) or visit.redirect(f"/login/{transaction.id}")

    @site.get("/login/{flow}")
    async def choose(visit: Visit) -> Response:
        """The four methods."""
        transaction = visit.world.state(HubDesk).of(visit)
        answered = _answer_of_session(visit, transaction)
        if answered:
            return answered
        offered = _offered(transaction)
        last = method(visit.cookie(LAST_METHOD_COOKIE) or "")
        notice, transaction.notice = transaction.notice, None
        return visit.render(
            "methods.html",
            transaction=transaction,
            methods=offered,
            last=last if last in offered else None,
            notice=notice,
            cookies_seen=visit.cookie(COOKIES_SEEN_COOKIE) is not None,
        )

    @site.post("/login/{flow}/metoda")
    async def go_to_method(visit: Visit) -> Response:
        """On to the chosen method's site."""
        transaction = visit.world.state(HubDesk).of(visit)
        chosen = method(visit.field("method"))
        if chosen is None or chosen not in _offered(transaction):
            raise not_found()
        transaction.method = chosen.id
        visit.set_cookie(LAST_METHOD_COOKIE, chosen.id)
        try:
            return await delegate(visit, chosen.site, service=transaction.request.provider.name, flow=transaction.id)
        except ProviderUnavailable:
            transaction.notice = rules.notice_of(Outcome.UNAVAILABLE)
            return visit.redirect(f"/login/{transaction.id}")

    @site.post("/login/{flow}/anuluj")
    async def cancel(visit: Visit) -> Response:
        """Back to the provider without a person."""
        return results.fail(visit, visit.world.state(HubDesk).of(visit), outcomes.CANCELLED)

    @site.post("/login/{flow}/ciasteczka")
    async def accept_cookies(visit: Visit) -> Response:
        """Take the cookie banner away."""
        transaction = visit.world.state(HubDesk).of(visit)
        visit.set_cookie(COOKIES_SEEN_COOKIE, "1")
        return visit.redirect(f"/login/{transaction.id}")


async def on_answer(visit: Visit, flow: str, answer: Answer) -> Response:
    """A method's site answered."""
    transaction = visit.world.state(HubDesk).named(visit, flow)
    chosen = method(transaction.method or "")
    if chosen is None or not rules.answer_is_from_chosen_method(chosen.site, answer.provider):
        raise Refused(410, "Ten proces logowania został już użyty", "Zacznij logowanie od początku.")
    if answer.outcome is Outcome.IDENTIFIED and answer.identity:
        return results.succeed(visit, transaction, answer.identity, chosen.level)
    transaction.notice = rules.notice_of(answer.outcome)
    return visit.redirect(f"/login/{transaction.id}")


def _first_answer(visit: Visit, transaction: Transaction) -> Response | None:
    """What the hub can answer without showing its page, if anything."""
    request, desk = transaction.request, visit.world.state(HubDesk)
    silent, desk.next_login = _silent_by_parameter(visit) or desk.next_login, None
    if silent and rules.method_reaches_level(silent.reached, request.minimum_level):
        return results.succeed(visit, transaction, silent.identity, silent.reached)
    if silent:
        return results.fail(visit, transaction, outcomes.LEVEL_TOO_LOW)
    if not _offered(transaction):
        return results.fail(visit, transaction, outcomes.LEVEL_TOO_LOW)
    return None


def _answer_of_session(visit: Visit, transaction: Transaction) -> Response | None:
    """What the hub's own session answers before anything was chosen.

    Asked on the page itself: the session's cookie does not travel with the provider's POST.
    """
    if transaction.method:
        return None
    request = transaction.request
    session = visit.world.state(HubSessions).current(visit, active=False)
    if session and rules.session_may_answer(request.force_authn, session.level, request.minimum_level):
        return results.succeed(visit, transaction, session.identity, session.level)
    if request.is_passive:
        return results.fail(visit, transaction, outcomes.PASSIVE_IMPOSSIBLE)
    return None


def _silent_by_parameter(visit: Visit) -> SilentLogin | None:
    pesel = visit.query(LOGIN_AS)
    if not pesel:
        return None
    if not visit.may_steer:
        raise Refused(
            401, "Nie można zalogować tej osoby bez stron", "Wyślij token API sterującego: Authorization: Bearer TOKEN."
        )
    wanted_method = visit.query("method") or "mobywatel"
    try:
        return silent_login(visit.world, pesel, wanted_method, visit.query("bank"), visit.query("level"))
    except SilentLoginInvalid as error:
        raise Refused(422, "Nie można zalogować tej osoby bez stron", str(error)) from error


def _offered(transaction: Transaction) -> list[Method]:
    wanted = transaction.request.minimum_level
    return [known for known in METHODS if rules.method_reaches_level(known.level, wanted)]
