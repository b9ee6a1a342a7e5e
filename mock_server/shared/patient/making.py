"""Making a record: drawn from the PESEL, so the same patient always has the same history."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from . import catalogue, rules
from .record import Appointment, Prescription, Record, Referral, SickLeave, Vaccination

T = TypeVar("T")

_YEAR = timedelta(days=365)
_MONTH = timedelta(days=30)


def make_record(pesel: str, birth_date: date, today: date) -> Record:
    """Draw a patient's history up to today."""
    draw = _Draw(Random(pesel), birth_date, today)
    return Record(
        prescriptions=draw.some(draw.prescription, 1, 4),
        referrals=draw.some(draw.referral, 1, 3),
        appointments=draw.some(draw.appointment, 2, 5),
        sick_leaves=() if draw.is_child else draw.some(draw.sick_leave, 0, 2),
        vaccinations=draw.some(draw.vaccination, 1, 3),
    ).newest_first()


class _Draw:
    def __init__(self, random: Random, birth_date: date, today: date) -> None:
        self._random = random
        self._age = max(today - birth_date, timedelta())
        self._today = today
        self.is_child = rules.is_minor(birth_date, today)

    def some(self, draw: Callable[[], T], least: int, most: int) -> tuple[T, ...]:
        return tuple(draw() for _ in range(self._random.randint(least, most)))

    def prescription(self) -> Prescription:
        drug, dosage = self._random.choice(catalogue.CHILD_DRUGS if self.is_child else catalogue.DRUGS)
        issued_on = self._day(within=2 * _MONTH)
        return Prescription(
            drug=drug,
            dosage=dosage,
            packages=self._random.randint(1, 3),
            issued_on=issued_on,
            valid_until=issued_on + _MONTH,
            access_code=self._code(),
            doctor=self._doctor(),
            redeemed=self._random.random() < 0.4,
        )

    def referral(self) -> Referral:
        to, reason = self._random.choice(catalogue.CHILD_REFERRALS if self.is_child else catalogue.REFERRALS)
        return Referral(
            to, reason, self._day(within=6 * _MONTH), self._code(), self._doctor(), used=self._random.random() < 0.5
        )

    def appointment(self) -> Appointment:
        reason, clinic = self._random.choice(catalogue.APPOINTMENTS)
        return Appointment(self._day(within=2 * _YEAR), f"{clinic}, {self._town()}", self._doctor(), reason)

    def sick_leave(self) -> SickLeave:
        first_day = self._day(within=_YEAR)
        last_day = first_day + timedelta(days=self._random.randint(1, 13))
        return SickLeave(f"ZZ{self._random.randrange(10**7):07d}", first_day, last_day, self._doctor())

    def vaccination(self) -> Vaccination:
        against, vaccine = self._random.choice(catalogue.CHILD_VACCINES if self.is_child else catalogue.VACCINES)
        return Vaccination(against, vaccine, self._day(within=5 * _YEAR), f"Punkt szczepień, {self._town()}")

    def _day(self, within: timedelta) -> date:
        return self._today - timedelta(days=self._random.randint(0, min(within, self._age).days))

    def _code(self) -> str:
        return f"{self._random.randrange(10**4):04d}"

    def _doctor(self) -> str:
        return self._random.choice(catalogue.DOCTORS)

    def _town(self) -> str:
        return self._random.choice(catalogue.TOWNS)
