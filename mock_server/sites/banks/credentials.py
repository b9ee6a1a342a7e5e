"""Checking a customer number and a password. An unknown number and a wrong password look the same."""

from dataclasses import dataclass
from datetime import datetime

from ...kernel.people import BankCustomer, Person
from ...kernel.rules import seam
from ...web import lockout
from ...web.visit import Visit
from . import rules
from .state import attempts_of_stranger


@dataclass(frozen=True)
class Wrong:
    """Not this bank's customer, or not now. ``locked_until`` is there while tries are refused."""

    locked_until: datetime | None


def check(visit: Visit, number: str, password: str) -> Person | Wrong:
    """Who logs in at this bank with these; counts the try on the account of this number."""
    person, customer = customer_of(visit, number)
    attempts = customer.attempts if customer else attempts_of_stranger(visit, number)
    if not lockout.is_locked(attempts, visit.now):
        right = rules.credentials_match(customer, password)
        lockout.record(attempts, right=right, now=visit.now)
        if right and person:
            return person
    return Wrong(attempts.locked_until if lockout.is_locked(attempts, visit.now) else None)


@seam
def customer_of(visit: Visit, number: str) -> tuple[Person, BankCustomer] | tuple[None, None]:
    """Whom this bank gave the number, and their account here."""
    person = visit.world.people.by_customer_number(visit.site.name, number)
    return (person, person.bank_customers[visit.site.name]) if person else (None, None)
