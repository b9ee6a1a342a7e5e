"""The oracle: what every page and printout tells of a record. It knows the record only, never a page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from fixtures.people import Person
from fixtures.record import Appointment, Prescription, Record, Referral, SickLeave, Vaccination

T = TypeVar("T")
Facts = tuple[tuple[str, str], ...]
"""Terms and what is told of each, in order."""


@dataclass(frozen=True)
class Card:
    """One entry of a list."""

    heading: str
    facts: Facts


def told_day(day: date) -> str:
    """A day as Poles write it, with two digits for day and month."""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def told_state(one: Prescription, today: date) -> str:
    """What can still be done with a prescription: it is good through its last day."""
    if one.redeemed:
        return "zrealizowana"
    return "po terminie ważności" if (today - one.valid_until).days > 0 else "do realizacji"


def prescription_card(one: Prescription, today: date) -> Card:
    """An e-recepta in the list."""
    return Card(
        one.drug,
        (
            ("Kod dostępu", one.access_code),
            ("Stan", told_state(one, today)),
            ("Ważna do", told_day(one.valid_until)),
        ),
    )


def referral_card(one: Referral, _today: date) -> Card:
    """An e-skierowanie."""
    return Card(
        one.to,
        (
            ("Cel", one.reason),
            ("Kod dostępu", one.access_code),
            ("Wystawiono", told_day(one.issued_on)),
            ("Wystawił(a)", one.doctor),
            ("Stan", "wykorzystane" if one.used else "do wykorzystania"),
        ),
    )


def appointment_card(one: Appointment, _today: date) -> Card:
    """A visit."""
    return Card(f"{one.reason}, {told_day(one.on)}", (("Miejsce", one.clinic), ("Prowadził(a)", one.doctor)))


def sick_leave_card(one: SickLeave, _today: date) -> Card:
    """An e-zwolnienie."""
    days = (("Pierwszy dzień", told_day(one.first_day)), ("Ostatni dzień", told_day(one.last_day)))
    return Card(f"Zwolnienie {one.number}", (*days, ("Wystawił(a)", one.doctor)))


def vaccination_card(one: Vaccination, _today: date) -> Card:
    """A dose."""
    return Card(f"{one.against}, {told_day(one.on)}", (("Preparat", one.vaccine), ("Miejsce", one.place)))


@dataclass(frozen=True)
class Kind:
    """One kind of entries.

    Attributes:
        path: of its page.
        title: of its page, its tile and its part of another's account.
        cards: what is shown of a record on a day, newest first.
    """

    path: str
    title: str
    cards: Callable[[Record, date], list[Card]]


def _newest_first(
    entries: Iterable[T], on: Callable[[T], date], card: Callable[[T, date], Card], today: date
) -> list[Card]:
    """Entries of one day stay in the order in which they were put."""
    return [card(one, today) for one in sorted(entries, key=lambda one: -on(one).toordinal())]


KINDS: dict[str, Kind] = {
    "prescriptions": Kind(
        "/recepty",
        "e-recepty",
        lambda of, today: _newest_first(of.prescriptions, lambda one: one.issued_on, prescription_card, today),
    ),
    "referrals": Kind(
        "/skierowania",
        "e-skierowania",
        lambda of, today: _newest_first(of.referrals, lambda one: one.issued_on, referral_card, today),
    ),
    "appointments": Kind(
        "/wizyty",
        "Historia wizyt",
        lambda of, today: _newest_first(of.appointments, lambda one: one.on, appointment_card, today),
    ),
    "sick_leaves": Kind(
        "/zwolnienia",
        "e-zwolnienia",
        lambda of, today: _newest_first(of.sick_leaves, lambda one: one.first_day, sick_leave_card, today),
    ),
    "vaccinations": Kind(
        "/szczepienia",
        "Szczepienia",
        lambda of, today: _newest_first(of.vaccinations, lambda one: one.on, vaccination_card, today),
    ),
}


def prescription_facts(one: Prescription, today: date) -> Facts:
    """What the page of a prescription tells."""
    return (
        ("Kod dostępu", one.access_code),
        ("Stan", told_state(one, today)),
        ("Liczba opakowań", str(one.packages)),
        ("Dawkowanie", one.dosage),
        ("Wystawiono", told_day(one.issued_on)),
        ("Ważna do", told_day(one.valid_until)),
        ("Wystawił(a)", one.doctor),
    )


def printed_facts(one: Prescription, patient: Person) -> Facts:
    """What the printout of a prescription tells."""
    return (
        ("Pacjent", f"{patient.given_name} {patient.family_name}"),
        ("PESEL", patient.pesel),
        ("Kod dostępu", one.access_code),
        ("Lek", one.drug),
        ("Liczba opakowań", str(one.packages)),
        ("Dawkowanie", one.dosage),
        ("Wystawiono", told_day(one.issued_on)),
        ("Ważna do", told_day(one.valid_until)),
        ("Wystawił(a)", one.doctor),
    )
