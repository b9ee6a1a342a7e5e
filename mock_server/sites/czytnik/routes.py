"""czytnik: the reader's program; reads the card that lies on the reader and answers e-dowod."""

from pathlib import Path

from starlette.responses import Response

from ...shared.id_card import card as cards
from ...web.delegation import Ask, Outcome, accept_asks, give_answer
from ...web.site import Site
from ...web.site_table import SITES
from ...web.visit import Visit
from . import reading, steps
from .state import Reading, Readings

site = Site(SITES["czytnik"], Path(__file__).parent)
steps.add_to(site)
reading.add_to(site)

_REMOVED = "Dowód został zdjęty z czytnika, odczyt przerwano. Połóż dowód na czytniku jeszcze raz."


async def enter(visit: Visit, ask: Ask) -> Response:
    """e-dowod asks: begin with an empty reader."""
    flow = visit.world.state(Readings).begin(Reading(visit.mark_browser(), visit.now, ask=ask))
    return visit.redirect(f"/{flow.id}")


accept_asks(site, enter, lambda visit: visit.world.state(Readings))


@site.get("/", head=True)
async def front(visit: Visit) -> Response:
    """What a person sees who comes without a login."""
    return visit.render("front.html")


@site.get("/{flow}")
async def place(visit: Visit) -> Response:
    """Lay the card down."""
    flow = visit.world.state(Readings).of(visit)
    return visit.render("place.html", flow=flow, problem=flow.problem, error=None, number="")


@site.post("/{flow}")
async def placed(visit: Visit) -> Response:
    """A card lies on the reader."""
    flow = visit.world.state(Readings).of(visit)
    number = visit.field("number").upper().replace(" ", "")
    flow.take_card_off(None)
    if visit.world.people.by_card(number) is None:
        return visit.render(
            "place.html", status=422, flow=flow, problem=None, error=cards.NO_CARD, number=visit.field("number")
        )
    flow.card = number
    return visit.redirect(f"/{flow.id}/can")


@site.post("/{flow}/zdejmij")
async def take_off(visit: Visit) -> Response:
    """The card is gone: nothing that it gave counts any more."""
    flow = visit.world.state(Readings).of(visit)
    flow.take_card_off(_REMOVED)
    visit.world.changed.notify()
    return visit.redirect(f"/{flow.id}")


@site.post("/{flow}/anuluj")
async def cancel(visit: Visit) -> Response:
    """Back to e-dowod without an identity."""
    flow = visit.world.state(Readings).of(visit)
    flow.done = True
    return give_answer(visit, flow.ask, Outcome.CANCELLED)
