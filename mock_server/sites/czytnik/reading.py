"""Reading the card: takes as long as the reader of this world takes, and moves on by itself."""

from starlette.responses import Response

from ...kernel.rules import seam
from ...shared.id_card.card import problem_of
from ...web.delegation import Outcome, give_answer, identity_of
from ...web.site import Site
from ...web.visit import Visit
from ...web.waiting import tell_status
from . import rules
from .state import Progress, ReaderSettings, Reading, Readings


def add_to(site: Site) -> None:
    """Add the waiting page's routes."""

    @site.get("/{flow}/odczyt")
    async def read(visit: Visit) -> Response:
        """Wait, or hand the identity over."""
        flow = visit.world.state(Readings).of(visit)
        match _progress(visit, flow):
            case Progress.READ:
                return hand_over(visit, flow)
            case Progress.READING:
                return visit.render("reading.html", flow=flow)
            case _:
                return visit.redirect(f"/{flow.id}")

    @site.get("/{flow}/stan")
    async def status(visit: Visit) -> Response:
        """For the waiting page."""
        readings = visit.world.state(Readings)
        return tell_status(visit, lambda: _progress(visit, readings.of(visit)))


def _progress(visit: Visit, flow: Reading) -> Progress:
    if flow.began_at is None:
        return Progress.NONE
    seconds = visit.world.state(ReaderSettings).reading_seconds
    return Progress.READ if rules.reading_is_over(flow.began_at, seconds, visit.now) else Progress.READING


@seam
def hand_over(visit: Visit, flow: Reading) -> Response:
    """Tell e-dowod whose card was read, if it is still valid when it has been read."""
    person = visit.world.people.by_card(flow.card or "")
    problem = problem_of(person.id_card, visit.now) if person and person.id_card else None
    if person is None or problem:
        flow.take_card_off(problem)
        return visit.redirect(f"/{flow.id}")
    flow.done = True
    return give_answer(visit, flow.ask, Outcome.IDENTIFIED, identity_of(person, visit.site.name))
