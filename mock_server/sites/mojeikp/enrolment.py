"""The first way in: login.gov.pl says who the patient is, then the patient sets a PIN for this phone."""

from starlette.responses import Response

from ...kernel.translation import Text
from ...saml.model import Assertion
from ...shared.patient.account import Account
from ...shared.patient.entry import begin_session, patient_of
from ...shared.relying_party.logins import LoginEnded, accept_logins
from ...shared.relying_party.onward import log_in_again
from ...web.refusal import Refused
from ...web.visit import Visit
from . import rules
from .pin import NO_PIN
from .state import Device, Devices, Enrolments


def add_enrolment(account: Account) -> None:
    """Let patients in through login.gov.pl. Until the PIN is set there is no session."""
    site = account.site

    async def on_login(visit: Visit, assertion: Assertion, target: str) -> Response:
        account.leave_browser(visit)
        enrolment = visit.world.state(Enrolments).arrive(visit, assertion, target)
        return visit.redirect(f"/nowy-pin/{enrolment.id}")

    async def on_end(visit: Visit, end: LoginEnded) -> Response:
        if end.cancelled:
            return visit.redirect("/?komunikat=anulowano")
        raise Refused(
            403,
            Text("Logowanie nie powiodło się"),
            Text("Serwis login.gov.pl nie potwierdził Twojej tożsamości. Spróbuj ponownie."),
            onward=log_in_again(end.target),
        )

    accept_logins(site, on_login, on_end)

    @site.get("/nowy-pin/{flow}")
    async def new_pin(visit: Visit) -> Response:
        return visit.render("set_pin.html", enrolment=visit.world.state(Enrolments).of(visit), error=None)

    @site.post("/nowy-pin/{flow}")
    async def set_pin(visit: Visit) -> Response:
        enrolment = visit.world.state(Enrolments).of(visit)
        pin = visit.field("pin")
        error = _error(pin, visit.field("pin_again"))
        if error:
            return visit.render("set_pin.html", status=422, enrolment=enrolment, error=error)
        enrolment.done = True
        visit.world.state(Devices).enrol(visit, Device(patient_of(enrolment.assertion), pin))
        return begin_session(account, visit, enrolment.assertion, enrolment.target)


def _error(pin: str, again: str) -> str | None:
    if not rules.pin_is_well_formed(pin):
        return NO_PIN
    if rules.pin_is_trivial(pin):
        return Text("Ten PIN łatwo zgadnąć. Wybierz inny niż 1111 albo 1234.")
    if not rules.pins_agree(pin, again):
        return Text("PIN-y różnią się. Wpisz ten sam PIN w obu polach.")
    return None
