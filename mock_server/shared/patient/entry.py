"""From an identity that login.gov.pl confirmed to a session."""

from starlette.responses import Response

from ...kernel.rules import seam
from ...saml.model import Assertion
from ...web.visit import Visit
from . import rules
from .account import Account
from .patient import Patient
from .session import CHANGED, HubLogin, PatientSession


@seam
def patient_of(assertion: Assertion) -> Patient:
    """The patient of a login, as login.gov.pl told who it is."""
    told = assertion.subject
    return Patient(
        pesel=told.pesel,
        given_name=rules.name_as_told(told.given_name),
        family_name=rules.name_as_told(told.family_name),
        birth_date=told.birth_date,
        authorities=assertion.authenticating_authorities,
    )


def begin_session(account: Account, visit: Visit, assertion: Assertion, target: str) -> Response:
    """Open the account under a fresh session id, and go where the patient wanted to go."""
    hub_login = HubLogin(assertion.name_id, assertion.session_index)
    patient, ends_by = patient_of(assertion), assertion.session_not_on_or_after
    session = PatientSession(patient.pesel, visit.now, visit.now, patient, hub_login, ends_by=ends_by)
    account.sessions(visit).start(visit, session)
    visit.world.changed.notify(CHANGED)
    return visit.redirect(rules.landing_of(target))
