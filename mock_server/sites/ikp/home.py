"""The account itself: the first page, what is known of the patient, and the data endpoint."""

from starlette.responses import Response

from ...kernel.translation import Text
from ...shared.patient.account import Account
from ...shared.patient.record_pages import KINDS
from ...shared.patient.sections import PERMISSIONS, PREVENTION, Section
from ...shared.patient.session import PatientSession
from ...web.visit import Visit

PROFILE = Section("profile", "/moje-konto", Text("Moje konto"), Text("Twoje dane i sposób logowania"))
SECTIONS = (*KINDS, PREVENTION, PERMISSIONS, PROFILE)


def add_home(account: Account) -> None:
    """Greet the visitor, show the patient the account, and its data to programs."""
    site = account.site

    @site.get("/", head=True)
    async def start(visit: Visit) -> Response:
        if account.sessions(visit).current(visit):
            return visit.redirect("/konto")
        return visit.render("start.html")

    @account.get("/konto")
    async def home(visit: Visit, session: PatientSession) -> Response:
        return account.show(visit, session, "home.html")

    @account.get(PROFILE.path)
    async def profile(visit: Visit, session: PatientSession) -> Response:
        contact = visit.world.people.by_pesel(session.patient.pesel)
        return account.show(visit, session, "profile.html", contact=contact)
