"""The page with the code for the eDO App; it moves on by itself when the app has answered."""

from datetime import datetime

from starlette.responses import Response

from ...kernel.translation import Text
from ...shared.id_card.payload import Payload
from ...web.addresses import Place
from ...web.delegation import Outcome, give_answer, identity_of
from ...web.qr import qr_svg
from ...web.site import Site
from ...web.visit import Visit
from ...web.waiting import tell_status
from . import rules
from .state import CardLogin, CardLogins, Code, CodeState

_DECLINED = Text("Logowanie zostało odrzucone w aplikacji eDO App. Możesz spróbować jeszcze raz.")


def add_to(site: Site) -> None:
    """Add the page's routes."""

    @site.post("/{flow}/edo-app")
    async def new_code(visit: Visit) -> Response:
        """A fresh code, the first or another; the one before it dies."""
        logins = visit.world.state(CardLogins)
        flow = logins.of(visit)
        flow.notice = None
        if flow.code is None or rules.code_can_be_replaced(flow.code.state):
            logins.show_new_code(flow, visit.now)
            visit.world.changed.notify(flow.id)
        return visit.redirect(f"/{flow.id}/edo-app")

    @site.get("/{flow}/edo-app")
    async def show_code(visit: Visit) -> Response:
        """The code, or what became of it."""
        flow = visit.world.state(CardLogins).of(visit)
        match status_of(flow.code, visit.now):
            case CodeState.APPROVED:
                return _hand_back(visit, flow)
            case CodeState.DECLINED:
                flow.code, flow.notice = None, _DECLINED
        if flow.code is None:
            return visit.redirect(f"/{flow.id}")
        return _page(visit, flow, flow.code)

    @site.get("/{flow}/edo-app/stan")
    async def status(visit: Visit) -> Response:
        """For the waiting page."""
        logins = visit.world.state(CardLogins)

        def page() -> Response | None:
            flow = logins.of(visit)
            leads_on = status_of(flow.code, visit.now) in (CodeState.APPROVED, CodeState.DECLINED)
            return None if flow.code is None or leads_on else _page(visit, flow, flow.code)

        return tell_status(visit, lambda: status_of(logins.of(visit).code, visit.now), visit.param("flow"), page)


def status_of(code: Code | None, now: datetime) -> CodeState:
    """The code's state, or ``EXPIRED`` while nothing better became of it in time; ``NONE`` without a code."""
    if code is None:
        return CodeState.NONE
    pending = code.state in (CodeState.SHOWN, CodeState.READ)
    return CodeState.EXPIRED if pending and not rules.code_is_live(code.issued_at, now) else code.state


def _page(visit: Visit, flow: CardLogin, code: Code) -> Response:
    host = visit.addresses.host(Place(visit.site.name, visit.world.name))
    return visit.render(
        "code.html",
        here=f"/{flow.id}/edo-app",
        flow=flow,
        state=status_of(code, visit.now),
        number=code.grouped_number,
        qr=qr_svg(Payload(code.id, host).text()),
    )


def _hand_back(visit: Visit, flow: CardLogin) -> Response:
    pesel = flow.code.pesel if flow.code else None
    person = visit.world.people.by_pesel(pesel or "")
    flow.done = True
    if person is None:
        return give_answer(visit, flow.ask, Outcome.FAILED)
    return give_answer(visit, flow.ask, Outcome.IDENTIFIED, identity_of(person, visit.site.name))
