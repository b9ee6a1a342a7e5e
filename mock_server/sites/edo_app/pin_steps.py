"""PIN1, and PUK when PIN1 is locked: the card confirms the login."""

from starlette.responses import Response

from ...kernel.people import IdCard
from ...shared.id_card import card as cards
from ...shared.id_card import rules as card_rules
from ...web.visit import Visit
from . import edowod
from .state import Confirmation

_UNLOCKED = "PIN1 jest odblokowany. Wpisz go jeszcze raz."


async def pin(visit: Visit, flow: Confirmation) -> Response:
    """PIN1."""
    held = _held(visit, flow)
    if held is None:
        return visit.redirect(f"/{flow.id}/dowod")
    if cards.is_locked(held):
        return visit.redirect(f"/{flow.id}/puk")
    return _pin_page(visit, flow, held)


async def pin_typed(visit: Visit, flow: Confirmation) -> Response:
    """PIN1 lets the card confirm; the third wrong one in a row locks it."""
    held = _held(visit, flow)
    if held is None:
        return visit.redirect(f"/{flow.id}/dowod")
    error = cards.pin_problem(held, visit.field("pin1"), visit.field("shown"))
    if error is None:
        flow.end(await edowod.approve(visit, flow.login.code, held.number))
        return visit.redirect(f"/{flow.id}/koniec")
    if cards.is_locked(held):
        return visit.redirect(f"/{flow.id}/puk")
    return _pin_page(visit, flow, held, status=422, error=error)


async def puk(visit: Visit, flow: Confirmation) -> Response:
    """What to do with a locked PIN1."""
    held = _held(visit, flow)
    if held is None or not cards.is_locked(held):
        return visit.redirect(f"/{flow.id}/pin1")
    return visit.render("puk.html", flow=flow, error=None)


async def puk_typed(visit: Visit, flow: Confirmation) -> Response:
    """PUK unlocks PIN1."""
    held = _held(visit, flow)
    if held is None or not cards.is_locked(held):
        return visit.redirect(f"/{flow.id}/pin1")
    error = cards.puk_problem(held, visit.field("puk"))
    if error:
        return visit.render("puk.html", status=422, flow=flow, error=error)
    flow.notice = _UNLOCKED
    return visit.redirect(f"/{flow.id}/pin1")


def _held(visit: Visit, flow: Confirmation) -> IdCard | None:
    person = visit.world.people.by_card(flow.card or "")
    return person.id_card if person else None


def _pin_page(
    visit: Visit, flow: Confirmation, held: IdCard, *, status: int = 200, error: str | None = None
) -> Response:
    notice = None if error else flow.notice
    return visit.render(
        "pin.html", status=status, flow=flow, card=held, tries=card_rules.PIN_TRIES, error=error, notice=notice
    )
