"""What a patient's record holds: drawn, or written down by whoever steers the world."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, TypeVar

from ...kernel.secret import opaque_id
from ...kernel.translation import Text
from ...kernel.values import Day, DocumentId, FourDigits, Line, Sense, SickLeaveNumber, Written
from . import rules

_MOST_ENTRIES = 200
"""Of one kind; a page shows them all."""
_MOST_PACKAGES = 100

T = TypeVar("T")


def _few(entries: Sequence[object]) -> None:
    if len(entries) > _MOST_ENTRIES:
        raise ValueError(f"a record has at most {_MOST_ENTRIES} entries of a kind")


def _packages(number: int) -> None:
    if not 1 <= number <= _MOST_PACKAGES:
        raise ValueError(f"a prescription is for 1 to {_MOST_PACKAGES} packages")


Entries = Annotated[tuple[T, ...], Sense(_few)]
"""The entries of one kind."""
Packages = Annotated[int, Sense(_packages)]


@dataclass(frozen=True)
class Prescription(Written):
    """An e-recepta.

    Raises:
        ValueError: it is valid until a day before it was issued.
    """

    drug: Line
    dosage: Line
    packages: Packages
    issued_on: Day
    valid_until: Day
    """The last day on which it can be redeemed."""
    access_code: FourDigits
    """Told at the pharmacy together with the PESEL."""
    doctor: Line
    redeemed: bool
    id: DocumentId = field(default_factory=opaque_id)

    def __post_init__(self) -> None:
        if self.valid_until < self.issued_on:
            raise ValueError("valid_until comes before issued_on")

    def state(self, today: date) -> str:
        """What can still be done with it, in words."""
        if self.redeemed:
            return Text("zrealizowana")
        valid = rules.prescription_is_valid(self.valid_until, today)
        return Text("do realizacji") if valid else Text("po terminie ważności")


@dataclass(frozen=True)
class Referral(Written):
    """An e-skierowanie."""

    to: Line
    reason: Line
    issued_on: Day
    access_code: FourDigits
    doctor: Line
    used: bool


@dataclass(frozen=True)
class Appointment(Written):
    """A visit that took place."""

    on: Day
    clinic: Line
    doctor: Line
    reason: Line


@dataclass(frozen=True)
class SickLeave(Written):
    """An e-zwolnienie; both days count, so one of a single day ends where it begins.

    Raises:
        ValueError: it ends before it begins.
    """

    number: SickLeaveNumber
    first_day: Day
    last_day: Day
    doctor: Line

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError("last_day comes before first_day")


@dataclass(frozen=True)
class Vaccination(Written):
    """A dose that was given."""

    against: Line
    vaccine: Line
    on: Day
    place: Line


@dataclass(frozen=True)
class Record(Written):
    """Everything of one patient.

    Raises:
        ValueError: two of its prescriptions have one id.
    """

    prescriptions: Entries[Prescription]
    referrals: Entries[Referral]
    appointments: Entries[Appointment]
    sick_leaves: Entries[SickLeave]
    vaccinations: Entries[Vaccination]

    def __post_init__(self) -> None:
        ids = [one.id for one in self.prescriptions]
        twice = next((one for one in ids if ids.count(one) > 1), None)
        if twice is not None:
            raise ValueError(f"two prescriptions have the id {twice}")

    def newest_first(self) -> "Record":
        """The same, each kind with its newest entry first; entries of one day stay as they stand."""
        return Record(
            prescriptions=_newest_first(self.prescriptions, lambda one: one.issued_on),
            referrals=_newest_first(self.referrals, lambda one: one.issued_on),
            appointments=_newest_first(self.appointments, lambda one: one.on),
            sick_leaves=_newest_first(self.sick_leaves, lambda one: one.first_day),
            vaccinations=_newest_first(self.vaccinations, lambda one: one.on),
        )


def _newest_first(entries: tuple[T, ...], day: Callable[[T], date]) -> tuple[T, ...]:
    return tuple(sorted(entries, key=day, reverse=True))
