"""Banks without a page: to a bank's login, through it, and its answer held before it is delivered."""

from fixtures.people import Person
from fixtures.surfer import Surfer
from fixtures.world import WorldControl

BANKS_OF = {"trusted_profile": "/bank", "mojeid": "/wybierz-bank"}
"""Where each method's list of banks is sent."""

Answer = tuple[str, dict[str, str]]
"""Where a bank's answer would be sent, and what."""


def go_to_bank(surfer: Surfer, world: WorldControl, bank: str, method: str = "trusted_profile") -> Surfer:
    """Begin a login to IKP, and go to this bank's login."""
    surfer.open(world.url("ikp", "/zaloguj"))
    surfer.submit("/metoda", method=method)
    return surfer.submit(BANKS_OF[method], bank=bank)


def catch_answer(surfer: Surfer, person: Person, bank: str) -> Answer:
    """At the bank's login: log in, and hold the answer that the bank gives for mojeID."""
    customer = person.bank_customers[bank]
    return surfer.catch("/logowanie", number=customer.number, password=customer.password)
