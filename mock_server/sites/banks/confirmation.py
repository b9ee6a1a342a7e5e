"""The page on which a bank asks before it hands data to the trusted profile."""

from starlette.responses import Response

from ...kernel.institutions import Institution
from ...kernel.people import Person
from ...web.consented import consented
from ...web.delegation import Outcome, give_answer
from ...web.refusal import not_found
from ...web.site import Site
from ...web.visit import Visit
from . import rules
from .customer import identity_at
from .state import BankFlow, flows


def add_confirmation(site: Site, bank: Institution) -> None:
    """What will be handed over, and the two answers."""

    @site.get("/{flow}/potwierdzenie")
    async def show(visit: Visit) -> Response:
        flow = flows(visit).of(visit)
        if not rules.has_logged_in(flow.pesel):
            return visit.redirect(f"/{flow.id}/logowanie")
        told = identity_at(bank, _customer(visit, flow))
        return visit.render("confirmation.html", bank=bank, flow=flow, data=consented(told))

    @site.post("/{flow}/potwierdzenie")
    async def confirm(visit: Visit) -> Response:
        flow = flows(visit).of(visit)
        if not rules.has_logged_in(flow.pesel):
            return visit.redirect(f"/{flow.id}/logowanie")
        person = _customer(visit, flow)
        flow.done = True
        return give_answer(visit, flow.ask, Outcome.IDENTIFIED, identity_at(bank, person))


def _customer(visit: Visit, flow: BankFlow) -> Person:
    person = visit.world.people.by_pesel(flow.pesel or "")
    if person is None:
        raise not_found()
    return person
