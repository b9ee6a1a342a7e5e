"""What IKP keeps in a world."""

from dataclasses import dataclass
from datetime import datetime

from ...shared.patient.session import PatientSessions
from ...shared.relying_party.logins import Login
from ...web.flow import Flow, Flows


class IkpSessions(PatientSessions):
    """Who is signed in to IKP."""


@dataclass
class Admission(Flow):
    """A patient whom login.gov.pl has identified and who must still accept the regulations."""

    login: Login


class Admissions(Flows[Admission]):
    """Patients at the door."""


class Regulations:
    """Who accepted the regulations, and when."""

    def __init__(self) -> None:
        self.accepted: dict[str, datetime] = {}
