"""CAN and the card: the phone opens the electronic layer of the card that is held to it."""

from starlette.responses import Response

from ...shared.id_card import card as cards
from ...shared.id_card import rules as card_rules
from ...web.visit import Visit
from .state import Confirmation


async def can(visit: Visit, flow: Confirmation) -> Response:
    """CAN."""
    if not flow.agreed:
        return visit.redirect(f"/{flow.id}")
    return visit.render("can.html", flow=flow, error=flow.can_error)


async def can_typed(visit: Visit, flow: Confirmation) -> Response:
    """CAN is kept until the card is there."""
    if not flow.agreed:
        return visit.redirect(f"/{flow.id}")
    flow.take_card_off()
    flow.can = None
    if not card_rules.can_is_well_formed(visit.field("can")):
        return visit.render("can.html", status=422, flow=flow, error="Numer CAN ma 6 cyfr.")
    flow.can, flow.can_error = visit.field("can"), None
    return visit.redirect(f"/{flow.id}/dowod")


async def card(visit: Visit, flow: Confirmation) -> Response:
    """Hold the card to the phone."""
    if flow.can is None:
        return visit.redirect(f"/{flow.id}/can")
    return visit.render("card.html", flow=flow, problem=None, error=None, number="")


async def card_held(visit: Visit, flow: Confirmation) -> Response:
    """A card is held to the phone: CAN opens it, and an invalid one goes no further."""
    if flow.can is None:
        return visit.redirect(f"/{flow.id}/can")
    flow.take_card_off()
    number = visit.field("number")
    person = visit.world.people.by_card(number.upper().replace(" ", ""))
    held = person.id_card if person else None
    if held is None:
        return visit.render("card.html", status=422, flow=flow, problem=None, error=cards.NO_CARD, number=number)
    wrong = cards.can_problem(held, flow.can, visit.now)
    if wrong:
        flow.can, flow.can_error = None, wrong
        return visit.redirect(f"/{flow.id}/can")
    problem = cards.problem_of(held, visit.now)
    if problem:
        return visit.render("card.html", status=422, flow=flow, problem=problem, error=None, number=number)
    flow.card = held.number
    return visit.redirect(f"/{flow.id}/pin1")
