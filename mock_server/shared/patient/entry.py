"""From an identity that login.gov.pl confirmed to a session."""

from starlette.responses import Response

from ...web.visit import Visit
from ..relying_party.logins import Login
from . import rules
from .account import Account
from .patient import Patient
from .session import CHANGED, HubSession, PatientSession


def patient_of(login: Login) -> Patient:
    """The patient of a login, as login.gov.pl told who it is."""
    return Patient(
        pesel=rules.pesel_as_told(login.pesel),
        given_name=rules.name_as_told(login.given_name),
        family_name=rules.name_as_told(login.family_name),
        birth_date=rules.birth_date_as_told(login.birth_date, login.pesel),
        authorities=login.authorities,
    )


def begin_session(account: Account, visit: Visit, login: Login) -> Response:
    """Open the account under a fresh session id, and go where the patient wanted to go."""
    hub = HubSession(login.name_id, login.session_index)
    session = PatientSession(login.pesel, visit.now, visit.now, patient_of(login), hub)
    account.sessions(visit).start(visit, session)
    visit.world.changed.notify(CHANGED)
    return visit.redirect(rules.landing_of(login.target))
