"""login.mobywatel: shows the code, waits for the phone, answers the hub."""

from datetime import datetime
from pathlib import Path

from starlette.responses import Response

from ...kernel.rules import seam
from ...shared.mobywatel_code import Payload
from ...web.delegation import Ask, Outcome, accept_asks, give_answer, identity_of
from ...web.qr import qr_svg
from ...web.site import Site
from ...web.site_table import SITES
from ...web.visit import Visit
from ...web.waiting import tell_status
from . import back_channel, rules
from .state import CodeState, LoginCode, QrLogin, QrLogins

site = Site(SITES["login-mobywatel"], Path(__file__).parent)
back_channel.add_to(site)


async def enter(visit: Visit, ask: Ask) -> Response:
    """The hub asks: begin with a fresh code."""
    logins = visit.world.state(QrLogins)
    code = LoginCode(visit.now)
    flow = logins.begin(QrLogin(visit.mark_browser(), visit.now, ask=ask, code=code))
    logins.show(flow, code)
    return visit.redirect(f"/logowanie/{flow.id}")


accept_asks(site, enter, lambda visit: visit.world.state(QrLogins))


@site.get("/", head=True)
async def front(visit: Visit) -> Response:
    """What a person sees who comes without a login."""
    return visit.render("front.html")


@site.get("/logowanie/{flow}")
async def show_code(visit: Visit) -> Response:
    """The code, or what became of it."""
    flow = visit.world.state(QrLogins).of(visit)
    match status_of(flow.code, visit.now):
        case CodeState.APPROVED:
            return _hand_back(visit, flow)
        case CodeState.DECLINED:
            flow.done = True
            return give_answer(visit, flow.ask, Outcome.DECLINED)
        case status:
            return _page(visit, flow, status)


@site.get("/logowanie/{flow}/stan")
async def status(visit: Visit) -> Response:
    """For the waiting page."""
    logins = visit.world.state(QrLogins)

    def page() -> Response | None:
        flow = logins.of(visit)
        state = status_of(flow.code, visit.now)
        return None if state in (CodeState.APPROVED, CodeState.DECLINED) else _page(visit, flow, state)

    return tell_status(visit, lambda: status_of(logins.of(visit).code, visit.now), visit.param("flow"), page)


@site.post("/logowanie/{flow}/nowy-kod")
async def refresh(visit: Visit) -> Response:
    """A new code; the old one dies."""
    logins = visit.world.state(QrLogins)
    flow = logins.of(visit)
    if rules.code_can_be_replaced(flow.code.state):
        flow.code.state = CodeState.REPLACED
        logins.show(flow, LoginCode(visit.now))
        visit.world.changed.notify(flow.id)
    return visit.redirect(f"/logowanie/{flow.id}")


@site.post("/logowanie/{flow}/anuluj")
async def cancel(visit: Visit) -> Response:
    """Back to the hub without an identity."""
    flow = visit.world.state(QrLogins).of(visit)
    flow.done = True
    return give_answer(visit, flow.ask, Outcome.CANCELLED)


def _page(visit: Visit, flow: QrLogin, state: CodeState) -> Response:
    text = _payload(visit, flow.code).text()
    here = f"/logowanie/{flow.id}"
    return visit.render("code.html", here=here, flow=flow, state=state, text=text, qr=qr_svg(text))


def _hand_back(visit: Visit, flow: QrLogin) -> Response:
    person = visit.world.people.by_pesel(flow.code.reader or "")
    flow.done = True
    if person is None:
        return give_answer(visit, flow.ask, Outcome.FAILED)
    return give_answer(visit, flow.ask, Outcome.IDENTIFIED, identity_of(person, "mobywatel"))


@seam
def status_of(code: LoginCode, now: datetime) -> CodeState:
    """The code's state, or ``EXPIRED`` while nothing better became of it in time."""
    pending = code.state in (CodeState.SHOWN, CodeState.READ)
    return CodeState.EXPIRED if pending and not rules.code_is_live(code, now) else code.state


def _payload(visit: Visit, code: LoginCode) -> Payload:
    host = visit.url(site.name).partition("://")[2].rstrip("/")
    return Payload(code.id, code.issued_at, code.expires_at, host)
