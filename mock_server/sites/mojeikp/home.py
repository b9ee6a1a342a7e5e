"""The app's start, the patient's home in it, and the way out."""

from starlette.responses import Response

from ...kernel.translation import Text
from ...shared.patient.account import Account
from ...shared.patient.leaving import end_everywhere
from ...shared.patient.record_pages import KINDS
from ...shared.patient.sections import PERMISSIONS, PREVENTION
from ...shared.patient.session import PatientSession
from ...web.visit import Visit
from .state import Devices

SECTIONS = (*KINDS, PERMISSIONS, PREVENTION)
_NOTICES = {
    "anulowano": Text("Logowanie zostało przerwane."),
    "pin": Text("Trzy razy podano nieprawidłowy PIN. Potwierdź tożsamość jeszcze raz i ustaw nowy PIN."),
    "wylogowano": Text("Wylogowano z aplikacji."),
    "hub": Text(
        "Wylogowano z aplikacji, ale sesja w login.gov.pl trwa. Zamknij przeglądarkę, jeśli korzystają z niej inni."
    ),
}


def add_home(account: Account) -> None:
    """Greet the visitor, show the patient the account, and let the patient out."""
    site = account.site

    @site.get("/", head=True)
    async def start(visit: Visit) -> Response:
        if account.sessions(visit).current(visit):
            return visit.redirect("/konto")
        has_pin = visit.world.state(Devices).this(visit) is not None
        return visit.render("start.html", has_pin=has_pin, notice=_NOTICES.get(visit.query("komunikat")))

    @account.get("/konto")
    async def home(visit: Visit, session: PatientSession) -> Response:
        return account.show(visit, session, "home.html")

    @account.post("/wyloguj")
    async def log_out(visit: Visit, session: PatientSession) -> Response:
        ended_at_hub = await end_everywhere(account, visit, session)
        return visit.redirect(f"/?komunikat={'wylogowano' if ended_at_hub else 'hub'}")
