"""Who plays: two people at one computer, and a stranger who is signed in elsewhere and must notice nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

import httpx

from e2e.model.state import FIRST, SECOND
from e2e.session.limits import IDLE
from fixtures.control_phone import ControlPhone
from fixtures.http_browser import HttpBrowser
from fixtures.people import Confirmation, IdCard, Person
from fixtures.world import WorldControl

BANK = "ing"


@dataclass
class Cast:
    """The people of one walk, in a world of its own whose clock stands still.

    Attributes:
        people: the two at the computer, by their names in the table.
        stranger: somebody else.
        elsewhere: the stranger's browser, signed in to the account.
        began_at: the world's time at the beginning.
        passed: seconds since then.
        stranger_since: when the stranger signed in last, in seconds since the beginning.
    """

    world: WorldControl
    people: dict[str, Person]
    stranger: Person
    elsewhere: HttpBrowser
    began_at: datetime
    passed: float = 0
    stranger_since: float = 0

    @classmethod
    def assemble(cls, world: WorldControl, elsewhere: HttpBrowser) -> "Cast":
        """Make the people, the same in every walk, and sign the stranger in."""
        world.freeze()
        first, second = world.make_person(1), world.make_person(2, confirmation=Confirmation.PUSH)
        cast = cls(world, {FIRST: first, SECOND: second}, world.make_person(3), elsewhere, world.now())
        cast.sign_stranger_in()
        return cast

    @property
    def now(self) -> datetime:
        """The world's time."""
        return self.began_at + timedelta(seconds=self.passed)

    @property
    def everybody(self) -> list[Person]:
        """All three."""
        return [*self.people.values(), self.stranger]

    @cached_property
    def phone(self) -> ControlPhone:
        """The phone of the second."""
        return ControlPhone(self.world, self.people[SECOND])

    def customer(self, name: str) -> dict[str, str]:
        """Number and password of a customer of the bank."""
        customer = self.people[name].bank_customers[BANK]
        return {"number": customer.number, "password": customer.password}

    @property
    def card(self) -> IdCard:
        """The e-dowód of the first."""
        card = self.people[FIRST].id_card
        assert card, "the first person has no e-dowód"
        return card

    @property
    def sms_code(self) -> str:
        """In the newest message to the first."""
        return ControlPhone(self.world, self.people[FIRST]).read_sms().code

    def password(self, name: str) -> dict[str, str]:
        """User name and password of a trusted profile."""
        profile = self.people[name].trusted_profile
        assert profile, "this person has no trusted profile"
        return {"username": profile.username, "password": profile.password}

    def data_of_stranger(self) -> httpx.Response:
        """What the account tells the stranger."""
        return self.elsewhere.read(self.world.url("ikp", "/api/konto"))

    def let_pass(self, seconds: float) -> None:
        """Move the clock. The stranger is not idle meanwhile, or signs in again."""
        self.world.advance(seconds)
        self.passed += seconds
        if seconds < IDLE:
            self.data_of_stranger()
        else:
            self.sign_stranger_in()

    def sign_stranger_in(self) -> None:
        """Into the account, elsewhere; the first time through the regulations."""
        self.stranger_since = self.passed
        self.world.expect_login(self.stranger)
        self.elsewhere.open(self.world.url("ikp", "/zaloguj"))
        if "/regulamin/" in self.elsewhere.address:
            self.elsewhere.press("Akceptuję i przechodzę do konta", zgoda="tak")
