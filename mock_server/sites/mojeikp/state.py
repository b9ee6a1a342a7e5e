"""What mojeIKP keeps in a world."""

from dataclasses import dataclass, field

from ...kernel.recent import Recent
from ...kernel.secret import opaque_id
from ...saml.model import Assertion
from ...shared.patient.patient import Patient
from ...shared.patient.session import PatientSessions
from ...web.flow import Flow, Flows
from ...web.visit import Visit
from . import rules

_DEVICE_COOKIE = "__Host-device"


class MojeIkpSessions(PatientSessions):
    """Who is signed in to mojeIKP."""


@dataclass
class Enrolment(Flow):
    """A patient whom login.gov.pl has identified and who must still set a PIN."""

    assertion: Assertion
    target: str


class Enrolments(Flows[Enrolment]):
    """Patients who set a PIN now."""


@dataclass
class Device:
    """A phone on which a patient set a PIN."""

    patient: Patient
    pin: str
    wrong: int = 0
    id: str = field(default_factory=opaque_id)

    @property
    def tries_left(self) -> int:
        """How many PINs may still be tried."""
        return rules.TRIES - self.wrong


class Devices:
    """Every phone with a PIN. A phone is known by a cookie that no other site and no script sees."""

    def __init__(self) -> None:
        self._by_id: Recent[str, Device] = Recent("phone with a PIN")

    def this(self, visit: Visit) -> Device | None:
        """The phone of this visit."""
        return self._by_id.get(visit.cookie(_DEVICE_COOKIE) or "")

    def enrol(self, visit: Visit, device: Device) -> None:
        """Remember the phone of this visit under a fresh id."""
        self.forget(visit)
        self._by_id[device.id] = device
        visit.set_cookie(_DEVICE_COOKIE, device.id)

    def forget(self, visit: Visit) -> None:
        """Let the phone's PIN open nothing any more."""
        if self._by_id.pop(visit.cookie(_DEVICE_COOKIE) or "", None):
            visit.delete_cookie(_DEVICE_COOKIE)
