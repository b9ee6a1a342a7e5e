"""The login page of a bank."""

from starlette.responses import Response

from ...kernel.institutions import Institution
from ...kernel.people import Person
from ...web.delegation import Outcome, give_answer
from ...web.site import Site
from ...web.visit import Visit
from . import rules
from .credentials import Wrong, check
from .customer import identity_at
from .state import BankFlow, flows


def add_login(site: Site, bank: Institution) -> None:
    """Customer number and password, in the bank's own words."""

    def form(
        visit: Visit, flow: BankFlow, *, wrong: Wrong | None = None, empty: frozenset[str] = frozenset()
    ) -> Response:
        status = 422 if wrong or empty else 200
        number = visit.field("number")
        return visit.render("login.html", status=status, bank=bank, flow=flow, wrong=wrong, empty=empty, number=number)

    @site.get("/{flow}/logowanie")
    async def show(visit: Visit) -> Response:
        flow = flows(visit).of(visit)
        return visit.redirect(f"/{flow.id}/potwierdzenie") if rules.has_logged_in(flow.pesel) else form(visit, flow)

    @site.post("/{flow}/logowanie")
    async def log_in(visit: Visit) -> Response:
        flow = flows(visit).of(visit)
        if rules.has_logged_in(flow.pesel):
            return visit.redirect(f"/{flow.id}/potwierdzenie")
        number, password = visit.field("number"), visit.form.get("password", "")
        typed = {"number": number, "password": password}
        empty = frozenset(name for name, value in typed.items() if not rules.is_filled(value))
        if empty:
            return form(visit, flow, empty=empty)
        found = check(visit, number, password)
        if isinstance(found, Wrong):
            return form(visit, flow, wrong=found)
        return _logged_in(visit, flow, bank, found)


def _logged_in(visit: Visit, flow: BankFlow, bank: Institution, person: Person) -> Response:
    if rules.wants_confirmation(flow.ask.asker):
        flow.pesel = person.pesel
        return visit.redirect(f"/{flow.id}/potwierdzenie")
    flow.done = True
    return give_answer(visit, flow.ask, Outcome.IDENTIFIED, identity_at(bank, person))
