"""What a patient's record holds."""

from dataclasses import dataclass, field
from datetime import date

from ...kernel.secret import opaque_id


@dataclass(frozen=True)
class Prescription:
    """An e-recepta."""

    drug: str
    dosage: str
    packages: int
    issued_on: date
    valid_until: date
    access_code: str
    """Four digits, told at the pharmacy together with the PESEL."""
    doctor: str
    redeemed: bool
    id: str = field(default_factory=opaque_id)

    def state(self, today: date) -> str:
        """What can still be done with it, in words."""
        if self.redeemed:
            return "zrealizowana"
        return "po terminie ważności" if today > self.valid_until else "do realizacji"


@dataclass(frozen=True)
class Referral:
    """An e-skierowanie."""

    to: str
    reason: str
    issued_on: date
    access_code: str
    doctor: str
    used: bool


@dataclass(frozen=True)
class Appointment:
    """A visit that took place."""

    on: date
    clinic: str
    doctor: str
    reason: str


@dataclass(frozen=True)
class SickLeave:
    """An e-zwolnienie."""

    number: str
    first_day: date
    last_day: date
    doctor: str


@dataclass(frozen=True)
class Vaccination:
    """A dose that was given."""

    against: str
    vaccine: str
    on: date
    place: str


@dataclass(frozen=True)
class Record:
    """Everything of one patient, newest first."""

    prescriptions: tuple[Prescription, ...]
    referrals: tuple[Referral, ...]
    appointments: tuple[Appointment, ...]
    sick_leaves: tuple[SickLeave, ...]
    vaccinations: tuple[Vaccination, ...]
