"""The new login page: the person chooses a method, the method's site answers."""

from starlette.responses import Response

from ...kernel.translation import Text
from ...saml import outcomes
from ...web.delegation import Answer, Outcome, ProviderUnavailable, delegate, withdraw_asks
from ...web.refusal import Refused, not_found
from ...web.site import Site
from ...web.visit import Visit
from . import results, rules
from .methods import method, offered_at
from .state import COOKIES_SEEN_COOKIE, LAST_METHOD_COOKIE, HubSessions, HubState, Transaction


def add_to(site: Site) -> None:
    """Add the routes of the login page."""

    @site.get("/login/{flow}")
    async def choose(visit: Visit) -> Response:
        """The four methods."""
        transaction = visit.world.state(HubState).of(visit)
        answered = _answer_of_session(visit, transaction)
        if answered:
            return answered
        offered = offered_at(transaction.request.minimum_level)
        last = method(visit.cookie(LAST_METHOD_COOKIE) or "")
        notice, transaction.notice = transaction.notice, None
        uncovered, transaction.uncovered = transaction.uncovered, False
        return visit.render(
            "methods.html",
            transaction=transaction,
            methods=offered,
            last=last if last in offered else None,
            notice=notice,
            uncovered=uncovered,
            cookies_seen=visit.cookie(COOKIES_SEEN_COOKIE) is not None,
        )

    @site.post("/login/{flow}/metoda")
    async def go_to_method(visit: Visit) -> Response:
        """On to the chosen method's site."""
        transaction = visit.world.state(HubState).of(visit)
        chosen = method(visit.field("method"))
        if chosen is None or chosen not in offered_at(transaction.request.minimum_level):
            raise not_found()
        transaction.method = chosen.id
        visit.set_cookie(LAST_METHOD_COOKIE, chosen.id)
        try:
            service, home = transaction.request.provider.name, transaction.onward.address
            page = f"/login/{transaction.id}"
            return await delegate(visit, chosen.site, service=service, home=home, flow=transaction.id, page=page)
        except ProviderUnavailable:
            transaction.notice = rules.notice_of(Outcome.UNAVAILABLE)
            return visit.redirect(f"/login/{transaction.id}")

    @site.post("/login/{flow}/anuluj")
    async def cancel(visit: Visit) -> Response:
        """Back to the provider without a person."""
        transaction = visit.world.state(HubState).of(visit)
        await withdraw_asks(visit, transaction.id)
        return results.fail(visit, transaction, outcomes.CANCELLED)

    @site.post("/login/{flow}/ciasteczka")
    async def accept_cookies(visit: Visit) -> Response:
        """Take the cookie banner away; the focus, which was in it, goes to the beginning of what it covered."""
        transaction = visit.world.state(HubState).of(visit)
        visit.set_cookie(COOKIES_SEEN_COOKIE, "1")
        transaction.uncovered = True
        return visit.redirect(f"/login/{transaction.id}")


async def on_answer(visit: Visit, flow: str, answer: Answer) -> Response:
    """A method's site answered."""
    transaction = visit.world.state(HubState).named(visit, flow)
    chosen = method(transaction.method or "")
    if chosen is None or not rules.answer_is_from_chosen_method(chosen.site, answer.provider):
        raise Refused(
            410,
            Text("Ten proces logowania został już użyty"),
            Text("Zacznij logowanie od początku."),
            onward=transaction.onward,
        )
    if answer.outcome is Outcome.IDENTIFIED and answer.identity:
        await withdraw_asks(visit, transaction.id)
        return results.succeed(visit, transaction, answer.identity, chosen.level, visit.now)
    transaction.notice = rules.notice_of(answer.outcome)
    return visit.redirect(f"/login/{transaction.id}")


def _answer_of_session(visit: Visit, transaction: Transaction) -> Response | None:
    """What the hub's own session answers before anything was chosen.

    Asked on the page itself: the session's cookie does not travel with the provider's POST.
    """
    if transaction.method:
        return None
    request = transaction.request
    session = visit.world.state(HubSessions).current(visit, active=False)
    if session and rules.session_may_answer(request.force_authn, session.level, request.minimum_level):
        return results.succeed(visit, transaction, session.identity, session.level, session.started_at)
    if request.is_passive:
        return results.fail(visit, transaction, outcomes.PASSIVE_IMPOSSIBLE)
    return None
