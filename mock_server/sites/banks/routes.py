"""One site per institution: same shape, own host, name, colour and words."""

from pathlib import Path

from starlette.responses import Response

from ...kernel.institutions import INSTITUTIONS, Institution
from ...web.delegation import Ask, Outcome, accept_asks, give_answer
from ...web.refusal import Refused
from ...web.site import Site
from ...web.site_table import SITES
from ...web.visit import Visit
from . import rules
from .confirmation import add_confirmation
from .login import add_login
from .state import BankFlow, flows


def _site_of(bank: Institution) -> Site:
    site = Site(SITES[bank.id], Path(__file__).parent)

    async def begin(visit: Visit, ask: Ask) -> Response:
        if not rules.serves(bank, ask.asker):
            raise Refused(403, "Nie obsługujemy tego serwisu", "Wróć do serwisu, do którego się logujesz.")
        flow = flows(visit).begin(BankFlow(visit.mark_browser(), visit.now, ask))
        return visit.redirect(f"/{flow.id}/logowanie")

    accept_asks(site, begin, flows)
    add_login(site, bank)
    add_confirmation(site, bank)

    @site.get("/", head=True)
    async def front(visit: Visit) -> Response:
        return visit.render("front.html", bank=bank)

    @site.post("/{flow}/anuluj")
    async def cancel(visit: Visit) -> Response:
        flow = flows(visit).of(visit)
        flow.done = True
        return give_answer(visit, flow.ask, Outcome.CANCELLED)

    return site


sites = tuple(_site_of(bank) for bank in INSTITUTIONS)
"""Every bank's site."""
