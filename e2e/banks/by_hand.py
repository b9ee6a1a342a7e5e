"""Banks without a page: to a bank's login, through it, and its answer held before it is delivered."""

from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.world import WorldControl

BANKS_OF = {"trusted_profile": "/bank", "mojeid": "/wybierz-bank"}
"""Where each method's list of banks is sent."""

Answer = tuple[str, dict[str, str]]
"""Where a bank's answer would be sent, and what."""


def go_to_bank(
    http_browser: HttpBrowser, world: WorldControl, bank: str, method: str = "trusted_profile"
) -> HttpBrowser:
    """Begin a login to IKP, and go to this bank's login."""
    http_browser.open(world.url("ikp", "/zaloguj"))
    http_browser.submit("/metoda", method=method)
    return http_browser.submit(BANKS_OF[method], bank=bank)


def catch_answer(http_browser: HttpBrowser, person: Person, bank: str) -> Answer:
    """At the bank's login: log in, and hold the answer that the bank gives for mojeID."""
    customer = person.bank_customers[bank]
    return http_browser.catch("/logowanie", number=customer.number, password=customer.password)
