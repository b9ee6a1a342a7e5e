"""What mojeIKP keeps in a world."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...kernel.open_things import Kind, OpenThing
from ...kernel.people import counted
from ...kernel.recent import Recent
from ...kernel.secret import opaque_id
from ...shared.patient.arrival import Arrivals
from ...shared.patient.patient import Patient
from ...shared.patient.session import PatientSessions
from ...web.visit import Visit
from . import rules

_DEVICE_COOKIE = "__Host-device"


class MojeIkpSessions(PatientSessions):
    """Who is signed in to mojeIKP."""

    site = "mojeikp"


class Enrolments(Arrivals):
    """Patients who must still set a PIN."""

    site = "mojeikp"


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

    def open_things(self) -> Iterator[OpenThing]:
        """Every phone that its PIN opens, and the wrong PINs since the last right one."""
        for device in self._by_id.values():
            yield OpenThing(Kind.DEVICE, MojeIkpSessions.site, pesel=device.patient.pesel)
            yield from counted(device.wrong, MojeIkpSessions.site, "PIN", device.patient.pesel)

    def enrol(self, visit: Visit, device: Device) -> None:
        """Remember the phone of this visit under a fresh id."""
        self.forget(visit)
        self._by_id[device.id] = device
        visit.set_cookie(_DEVICE_COOKIE, device.id)

    def forget(self, visit: Visit) -> None:
        """Let the phone's PIN open nothing any more."""
        if self._by_id.pop(visit.cookie(_DEVICE_COOKIE) or "", None):
            visit.delete_cookie(_DEVICE_COOKIE)
