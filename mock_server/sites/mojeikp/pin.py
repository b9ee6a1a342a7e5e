"""The later ways in: by the PIN of this phone. login.gov.pl is not asked, so its outages do not matter."""

from starlette.responses import Response

from ...kernel.translation import Text
from ...shared.patient.account import Account
from ...shared.patient.rules import landing_of
from ...shared.patient.session import PatientSession
from ...web.rules import target_is_own
from ...web.visit import Visit
from . import rules
from .state import Device, Devices

NO_PIN = Text("PIN to dokładnie 4 cyfry.")


def add_pin(account: Account) -> None:
    """Open the account to the right PIN; too many wrong ones make the phone a stranger."""
    site = account.site

    @site.get("/pin")
    async def ask(visit: Visit) -> Response:
        device = visit.world.state(Devices).this(visit)
        return _ask(visit, visit.query("cel")) if device else visit.redirect("/")

    @site.post("/pin")
    async def check(visit: Visit) -> Response:
        device = visit.world.state(Devices).this(visit)
        if device is None:
            return visit.redirect("/")
        pin = visit.field("pin")
        if not rules.pin_is_well_formed(pin):
            return _ask(visit, visit.field("cel"), error=NO_PIN)
        if rules.pin_is_right(device.pin, pin):
            return _open(account, visit, device)
        device.wrong += 1
        if rules.device_is_forgotten(device.wrong):
            visit.world.state(Devices).forget(visit)
            return visit.redirect("/?komunikat=pin")
        error = Text("Nieprawidłowy PIN. Pozostało prób: {left}.", left=device.tries_left)
        return _ask(visit, visit.field("cel"), error=error)


def _ask(visit: Visit, target: str, error: str = "") -> Response:
    return visit.render("pin.html", status=422 if error else 200, target=target, error=error)


def _open(account: Account, visit: Visit, device: Device) -> Response:
    device.wrong = 0
    account.sessions(visit).start(visit, PatientSession(device.patient.pesel, visit.now, visit.now, device.patient))
    target = visit.field("cel")
    return visit.redirect(landing_of(target if target_is_own(target) else ""))
