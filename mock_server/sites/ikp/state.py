"""What IKP keeps in a world."""

from dataclasses import dataclass
from datetime import datetime

from ...saml.model import Assertion
from ...shared.patient.session import PatientSessions
from ...web.flow import Flow, Flows


class IkpSessions(PatientSessions):
    """Who is signed in to IKP."""


@dataclass
class Admission(Flow):
    """A patient whom login.gov.pl has identified and who must still accept the regulations."""

    assertion: Assertion
    target: str


class Admissions(Flows[Admission]):
    """Patients at the door."""


class Regulations:
    """Who accepted the regulations, and when."""

    def __init__(self) -> None:
        self.accepted: dict[str, datetime] = {}
