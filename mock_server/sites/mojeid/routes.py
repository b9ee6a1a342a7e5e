"""mojeID, asked by login.gov.pl; it asks a bank."""

from pathlib import Path

from starlette.responses import Response

from ...kernel.translation import Text
from ...web.delegation import Ask, Outcome, accept_asks, give_answer
from ...web.refusal import Refused
from ...web.site import Site
from ...web.site_table import SITES
from ...web.visit import Visit
from . import rules
from .choice import add_choice
from .consent import add_consent
from .state import MojeIdFlow, MojeIdFlows

site = Site(SITES["mojeid"], Path(__file__).parent)


async def _begin(visit: Visit, ask: Ask) -> Response:
    if not rules.may_ask(ask.asker):
        raise Refused(403, Text("Nie obsługujemy tego serwisu"), Text("Wróć do serwisu, do którego się logujesz."))
    flow = visit.world.state(MojeIdFlows).begin(MojeIdFlow(visit.mark_browser(), visit.now, ask))
    return visit.redirect(f"/{flow.id}/wybierz-bank")


accept_asks(site, _begin, lambda visit: visit.world.state(MojeIdFlows))
add_choice(site)
add_consent(site)


@site.get("/", head=True)
async def front(visit: Visit) -> Response:
    """Who mojeID is, for somebody who came without a service."""
    return visit.render("front.html")


@site.post("/{flow}/anuluj")
async def cancel(visit: Visit) -> Response:
    """Back to login.gov.pl, from the list of banks and from the consent alike."""
    flow = visit.world.state(MojeIdFlows).of(visit)
    flow.done, flow.offer = True, None
    return give_answer(visit, flow.ask, Outcome.CANCELLED)
