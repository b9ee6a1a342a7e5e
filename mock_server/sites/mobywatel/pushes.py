"""The inbox of pushes: each names its operation; its approval counts for that one."""

from starlette.responses import Response

from ...kernel.inbox import Push
from ...shared.mobywatel_messages import DECIDE_PUSH, PushDecision, PushResult
from ...web.back_channel import BackChannelFailed
from ...web.refusal import not_found
from ...web.site import Site
from ...web.visit import Visit
from . import rules
from .news import pushes_waiting, show_screen
from .state import AppSession, AppSessions
from .unlock import unlocked

REASONS = {
    PushResult.EXPIRED: "Czas na potwierdzenie minął. Poproś o nowe powiadomienie.",
    PushResult.ALREADY_ANSWERED: "Na to powiadomienie już odpowiedziano.",
    PushResult.NOT_YOURS: "To powiadomienie jest dla kogoś innego.",
    PushResult.UNAVAILABLE: "Serwis jest chwilowo niedostępny. Spróbuj później.",
}


def add_to(site: Site) -> None:
    """Add the routes of the inbox."""

    @site.get("/powiadomienia")
    async def inbox(visit: Visit) -> Response:
        opened = unlocked(visit, active=not visit.query("odswiez"))
        if opened is None:
            return visit.redirect("/")
        _, person = opened
        return show_screen(visit, person.pesel, "pushes.html", pushes=pushes_waiting(visit, person.pesel))

    @site.get("/powiadomienia/{push}")
    async def show(visit: Visit) -> Response:
        opened = unlocked(visit)
        if opened is None:
            return visit.redirect("/")
        session, person = opened
        return show_screen(visit, person.pesel, "push.html", push=_push(visit, session), token=session.token)

    @site.post("/powiadomienia/{push}")
    async def decide(visit: Visit) -> Response:
        session = visit.world.state(AppSessions).posted(visit)
        push, approve = _push(visit, session), rules.is_approval(visit.field("decision"))
        result = await answer_push(visit, push, session.pesel, approve=approve)
        why = REASONS.get(result)
        return show_screen(visit, session.pesel, "push_decided.html", push=push, approve=approve, reason=why)


async def answer_push(visit: Visit, push: Push, pesel: str, *, approve: bool) -> PushResult:
    """Approve or decline a push: accepted, or one of the ``REASONS`` why not."""
    decision = PushDecision(push.id, pesel, approve)
    try:
        return (await visit.back_channel.ask(visit.world.name, push.site, DECIDE_PUSH, decision)).result
    except BackChannelFailed:
        return PushResult.UNAVAILABLE


def _push(visit: Visit, session: AppSession) -> Push:
    push = visit.world.inbox.push(visit.param("push"))
    if push is None or not rules.push_is_own(push.pesel, session.pesel):
        raise not_found()
    return push
