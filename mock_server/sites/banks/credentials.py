"""Checking a customer number and a password. An unknown number and a wrong password look the same."""

from dataclasses import dataclass
from datetime import datetime

from ...kernel.people import BankCustomer, Person
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
    bank = visit.site.name
    person, customer = _customer(visit, bank, number)
    attempts = customer.attempts if customer else attempts_of_stranger(visit, number)
    if not lockout.is_locked(attempts, visit.now):
        right = rules.credentials_match(customer, password)
        lockout.record(attempts, right=right, now=visit.now)
        if right and person:
            return person
    return Wrong(attempts.locked_until if lockout.is_locked(attempts, visit.now) else None)


def _customer(visit: Visit, bank: str, number: str) -> tuple[Person, BankCustomer] | tuple[None, None]:
    for person in visit.world.people:
        for of, customer in person.bank_customers.items():
            if rules.is_customer(of, customer.number, bank, number):
                return person, customer
    return None, None
