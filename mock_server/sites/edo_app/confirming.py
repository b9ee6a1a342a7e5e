"""Confirming a login: details, consent or refusal, and what became of it."""

from collections.abc import Awaitable, Callable

from starlette.responses import Response

from ...shared.id_card.messages import CardCodeResult
from ...web.site import Handler, Site
from ...web.visit import Visit
from . import card_steps, edowod, pin_steps
from .refusals import reason
from .state import Confirmation, Confirmations

Step = Callable[[Visit, Confirmation], Awaitable[Response]]


def add_to(site: Site) -> None:
    """Add the steps' routes."""
    for path, show, take in (
        ("/{flow}", details, agreed),
        ("/{flow}/can", card_steps.can, card_steps.can_typed),
        ("/{flow}/dowod", card_steps.card, card_steps.card_held),
        ("/{flow}/pin1", pin_steps.pin, pin_steps.pin_typed),
        ("/{flow}/puk", pin_steps.puk, pin_steps.puk_typed),
    ):
        site.get(path)(_while_open(show))
        site.post(path)(_while_open(take))
    site.post("/{flow}/odrzuc")(_while_open(declined))
    site.get("/{flow}/koniec")(end)


async def details(visit: Visit, flow: Confirmation) -> Response:
    """Who asks, for what, since when."""
    return visit.render("details.html", flow=flow)


async def agreed(visit: Visit, flow: Confirmation) -> Response:
    """The person agrees; a code that died meanwhile is told now, before CAN and PIN1 are typed."""
    reply = await edowod.read_code(visit, flow.login.code)
    if reply.login is None:
        return _ended(visit, flow, reply.result)
    flow.agreed = True
    return visit.redirect(f"/{flow.id}/can")


async def declined(visit: Visit, flow: Confirmation) -> Response:
    """The person refuses."""
    return _ended(visit, flow, await edowod.decline(visit, flow.login.code))


async def end(visit: Visit) -> Response:
    """What became of it."""
    flow = visit.world.state(Confirmations).of(visit)
    match flow.result:
        case None:
            return visit.redirect(f"/{flow.id}")
        case CardCodeResult.APPROVED:
            return visit.render("done.html", flow=flow)
        case CardCodeResult.DECLINED:
            return visit.render("declined.html", flow=flow)
        case result:
            return visit.render("refused.html", reason=reason(result))


def _while_open(step: Step) -> Handler:
    """What is answered stays answered: every step of it leads to the end."""

    async def taken(visit: Visit) -> Response:
        flow = visit.world.state(Confirmations).of(visit)
        return visit.redirect(f"/{flow.id}/koniec") if flow.result else await step(visit, flow)

    return taken


def _ended(visit: Visit, flow: Confirmation, result: CardCodeResult) -> Response:
    flow.end(result)
    return visit.redirect(f"/{flow.id}/koniec")
