"""Somebody who logs in, or does not: at a computer without a screen, with a phone in the hand."""

from dataclasses import dataclass
from functools import cached_property

from e2e.trusted_profile.asked import WRONG
from fixtures.breaking import Breaker
from fixtures.control_phone import ControlPhone
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.world import WorldControl
from pages.login.methods import TILES

PERSON, OTHER = "person", "other"
"""Who logs in, and who uses the same computer afterwards."""
_DOORS = 6
"""More pages than ever have an “Anuluj”, one behind the other."""


@dataclass
class Leaver:
    """A person at a computer, and another who comes to it later.

    Attributes:
        people: both, by name.
        computer: which they share.
        edo: the browser in which the person's eDO App runs.
        breaker: breaks what fails at the wrong moment.
        hub: the address of the list of methods of the login begun last.
    """

    world: WorldControl
    people: dict[str, Person]
    computer: HttpBrowser
    edo: HttpBrowser
    breaker: Breaker
    hub: str = ""

    @property
    def person(self) -> Person:
        """Who logs in."""
        return self.people[PERSON]

    @cached_property
    def phone(self) -> ControlPhone:
        """The phone of the person."""
        return self.phone_of(PERSON)

    def begin(self, site: str = "ikp") -> None:
        """Begin a login: the methods are on the screen."""
        self.computer.open(self.world.url(site, "/zaloguj"))
        self.hub = self.computer.address

    def choose(self, method: str) -> None:
        """Choose a method, on the list or by its address."""
        self.computer.open(self.hub).press(TILES[method])

    def phone_of(self, name: str) -> ControlPhone:
        """The phone of either of them."""
        return ControlPhone(self.world, self.people[name])

    def give_password(self, name: str = PERSON, *, wrong: bool = False) -> None:
        """Type user name and password at pz.gov.pl."""
        profile = self.people[name].trusted_profile
        assert profile, "this person has no trusted profile"
        self.computer.press("Zaloguj się", username=profile.username, password=WRONG if wrong else profile.password)

    def log_in_at_bank(self, bank: str, *, wrong: bool = False) -> None:
        """Type number and password at a bank."""
        customer = self.person.bank_customers[bank]
        self.computer.press("Zaloguj się", number=customer.number, password=WRONG if wrong else customer.password)

    def look(self) -> None:
        """Look at the page on the screen again, as a waiting page does by itself."""
        self.computer.open(self.computer.address)

    def accept(self) -> None:
        """Accept the regulations."""
        self.computer.press("Akceptuję i przechodzę do konta", zgoda="tak")

    def cancel_everything(self) -> None:
        """Press “Anuluj” on every page that has one, as far as the portal."""
        for _ in range(_DOORS):
            if not self.computer.page.xpath("//button[normalize-space()='Anuluj']"):
                break
            self.computer.press("Anuluj")
        assert self.computer.address.startswith(self.world.url("pacjent")), self.computer.address

    def sign_other_in(self) -> None:
        """The other one logs in to IKP in the same browser."""
        self.world.expect_login(self.people[OTHER])
        self.computer.open(self.world.url("ikp", "/zaloguj"))
        self.accept()
