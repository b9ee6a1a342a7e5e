"""What the program asks for while a card lies on the reader: CAN, PIN1, and PUK when PIN1 is locked."""

from collections.abc import Awaitable, Callable

from starlette.responses import Response

from ...kernel.people import IdCard
from ...shared.id_card import card as cards
from ...shared.id_card import rules as card_rules
from ...web.site import Handler, Site
from ...web.visit import Visit
from .state import Reading, Readings

Step = Callable[[Visit, Reading, IdCard], Awaitable[Response]]

_UNLOCKED = "PIN1 jest odblokowany. Wpisz go jeszcze raz."


def add_to(site: Site) -> None:
    """Add the steps' routes."""
    site.get("/{flow}/can")(_with_card(can))
    site.post("/{flow}/can")(_with_card(can_typed))
    for path, show, take in (("/{flow}/pin1", pin, pin_typed), ("/{flow}/puk", puk, puk_typed)):
        site.get(path)(_with_card(_when_open(show)))
        site.post(path)(_with_card(_when_open(take)))


async def can(visit: Visit, flow: Reading, _card: IdCard) -> Response:
    """CAN."""
    return visit.render("can.html", flow=flow, error=None)


async def can_typed(visit: Visit, flow: Reading, card: IdCard) -> Response:
    """CAN opens the electronic layer; an invalid card goes no further."""
    error = cards.can_problem(card, visit.field("can"), visit.now)
    if error:
        return visit.render("can.html", status=422, flow=flow, error=error)
    problem = cards.problem_of(card, visit.now)
    if problem:
        flow.take_card_off(problem)
        return visit.redirect(f"/{flow.id}")
    flow.is_open = True
    return visit.redirect(f"/{flow.id}/pin1")


async def pin(visit: Visit, flow: Reading, card: IdCard) -> Response:
    """PIN1."""
    if cards.is_locked(card):
        return visit.redirect(f"/{flow.id}/puk")
    return _pin_page(visit, flow, card)


async def pin_typed(visit: Visit, flow: Reading, card: IdCard) -> Response:
    """PIN1 lets the reader read; the third wrong one in a row locks it."""
    if flow.began_at:
        return visit.redirect(f"/{flow.id}/odczyt")
    error = cards.pin_problem(card, visit.field("pin1"), visit.field("shown"))
    if error is None:
        flow.began_at = visit.now
        return visit.redirect(f"/{flow.id}/odczyt")
    if cards.is_locked(card):
        return visit.redirect(f"/{flow.id}/puk")
    return _pin_page(visit, flow, card, status=422, error=error)


async def puk(visit: Visit, flow: Reading, card: IdCard) -> Response:
    """What to do with a locked PIN1."""
    if not cards.is_locked(card):
        return visit.redirect(f"/{flow.id}/pin1")
    return visit.render("puk.html", flow=flow, error=None)


async def puk_typed(visit: Visit, flow: Reading, card: IdCard) -> Response:
    """PUK unlocks PIN1."""
    if cards.is_locked(card):
        error = cards.puk_problem(card, visit.field("puk"))
        if error:
            return visit.render("puk.html", status=422, flow=flow, error=error)
        flow.notice = _UNLOCKED
    return visit.redirect(f"/{flow.id}/pin1")


def _pin_page(visit: Visit, flow: Reading, card: IdCard, *, status: int = 200, error: str | None = None) -> Response:
    notice = None if error else flow.notice
    return visit.render(
        "pin.html", status=status, flow=flow, card=card, tries=card_rules.PIN_TRIES, error=error, notice=notice
    )


def _with_card(step: Step) -> Handler:
    """Without a card on the reader there is only one step: laying one down."""

    async def taken(visit: Visit) -> Response:
        flow = visit.world.state(Readings).of(visit)
        person = visit.world.people.by_card(flow.card or "")
        if person is None or person.id_card is None:
            return visit.redirect(f"/{flow.id}")
        return await step(visit, flow, person.id_card)

    return taken


def _when_open(step: Step) -> Step:
    """PIN1 and PUK are asked for only once CAN has opened the card's electronic layer."""

    async def taken(visit: Visit, flow: Reading, card: IdCard) -> Response:
        return await step(visit, flow, card) if flow.is_open else visit.redirect(f"/{flow.id}/can")

    return taken
