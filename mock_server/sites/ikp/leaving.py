"""The way out: here, in every tab, and at login.gov.pl."""

from starlette.responses import Response

from ...shared.patient.account import Account
from ...shared.patient.leaving import end_everywhere
from ...shared.patient.session import PatientSession
from ...web.visit import Visit
from . import rules


def add_leaving(account: Account) -> None:
    """Log out on a POST with the session's token."""
    site = account.site

    @account.post("/wyloguj")
    async def log_out(visit: Visit, session: PatientSession) -> Response:
        wanted = visit.field("powrot")
        ended_at_hub = await end_everywhere(account, visit, session)
        if not ended_at_hub:
            return visit.redirect(f"{rules.LOGGED_OUT}?komunikat=hub")
        listed = rules.leads_to_listed_page(wanted, _listed(visit))
        return visit.redirect(wanted if listed else rules.LOGGED_OUT)

    @site.get(rules.LOGGED_OUT, head=True)
    async def logged_out(visit: Visit) -> Response:
        return visit.render("logged_out.html", hub_lives_on=visit.query("komunikat") == "hub")


def _listed(visit: Visit) -> tuple[str, ...]:
    return (rules.LOGGED_OUT, visit.url("pacjent", "/?komunikat=wylogowano"))
