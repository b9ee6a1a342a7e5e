"""From an identity that login.gov.pl confirmed to a session."""

from starlette.responses import Response

from ..relying_party.logins import Login
from ..web.visit import Visit
from .account import Account
from .patient import Patient
from .session import HubSession, PatientSession


def patient_of(login: Login) -> Patient:
    """The patient of a login, as login.gov.pl told who it is."""
    return Patient(
        pesel=login.pesel,
        given_name=login.given_name,
        family_name=login.family_name,
        birth_date=login.birth_date,
        authorities=login.authorities,
    )


def begin_session(account: Account, visit: Visit, login: Login) -> Response:
    """Open the account under a fresh session id, and go where the patient wanted to go."""
    hub = HubSession(login.name_id, login.session_index)
    session = PatientSession(login.pesel, visit.now, visit.now, patient_of(login), hub)
    account.sessions(visit).start(visit, session)
    visit.world.changed.notify()
    return visit.redirect(landing(login.target))


def landing(target: str) -> str:
    """The page after a login; who wanted nothing special meets the account."""
    return "/konto" if target in {"", "/"} else target
