"""What IKP keeps in a world."""

from datetime import datetime

from ...kernel.open_things import NothingOpen
from ...shared.patient.arrival import Arrivals
from ...shared.patient.session import PatientSessions


class IkpSessions(PatientSessions):
    """Who is signed in to IKP."""

    site = "ikp"


class Admissions(Arrivals):
    """Patients who must still accept the regulations."""

    site = "ikp"


class Regulations(NothingOpen):
    """Who accepted the regulations, and when."""

    def __init__(self) -> None:
        self.accepted: dict[str, datetime] = {}
