"""Where the stories of the tables are told: a world of its own, its people, and browsers without a screen."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

from e2e.second_try.seen import Seen, seen
from fixtures.control_phone import ControlPhone
from fixtures.http_browser import HttpBrowser
from fixtures.http_page import HttpPage
from fixtures.people import Confirmation, IdCard, Person
from fixtures.world import WorldControl

FIRST, SECOND, EXPIRED, REVOKED = "first", "second", "expired", "revoked"
"""The first confirms by SMS, the second by push; the card of the third is out of date, that of the fourth revoked."""
_REST = 2 * 60
"""Seconds between two stories of one world, so that nobody is sent too many messages."""

NewBrowser = Callable[[], HttpBrowser]


@dataclass(frozen=True)
class Stage:
    """A world whose clock stands still, and whose people have accepted the regulations of IKP."""

    world: WorldControl
    new_browser: NewBrowser
    people: dict[str, Person]

    @classmethod
    def make(cls, world: WorldControl, new_browser: NewBrowser) -> "Stage":
        """Make the people, the same in every world."""
        world.freeze()
        people = {
            name: world.make_person(seed, confirmation=Confirmation.PUSH if name == SECOND else Confirmation.SMS)
            for seed, name in enumerate((FIRST, SECOND, EXPIRED, REVOKED), start=1)
        }
        last_month = world.now().date().replace(day=1) - timedelta(days=1)
        world.change_person(people[EXPIRED].pesel, id_card={"valid_until": last_month.isoformat()})
        world.change_person(people[REVOKED].pesel, id_card={"revoked": True})
        stage = cls(world, new_browser, people)
        for name in (FIRST, SECOND):
            stage.sign_in(new_browser(), name)
        return stage

    def sign_in(self, browser: HttpBrowser, name: str) -> HttpBrowser:
        """Sign a person in to IKP without walking a method; the first time through the regulations."""
        self.world.expect_login(self.people[name])
        browser.open(self.world.url("ikp", "/zaloguj"))
        if "/regulamin/" in browser.address:
            browser.press("Akceptuję i przechodzę do konta", zgoda="tak")
        return browser

    def rest(self) -> None:
        """Let time pass until the next story."""
        self.world.advance(_REST)

    def password(self, name: str) -> dict[str, str]:
        """User name and password of a person's trusted profile."""
        profile = self.people[name].trusted_profile
        assert profile, "this person has no trusted profile"
        return {"username": profile.username, "password": profile.password}

    def customer(self, bank: str, name: str) -> dict[str, str]:
        """Number and password of a customer of a bank."""
        customer = self.people[name].bank_customers[bank]
        return {"number": customer.number, "password": customer.password}

    def card(self, name: str) -> IdCard:
        """A person's e-dowód."""
        card = self.people[name].id_card
        assert card, "this person has no e-dowód"
        return card

    def phone(self, name: str) -> ControlPhone:
        """A person's phone."""
        return ControlPhone(self.world, self.people[name])

    def new_tab(self) -> "Tab":
        """A tab of a browser that nobody has used yet; the phone beside it is as new."""
        return Tab(self, self.new_browser(), self.new_browser(), self.phone(SECOND))


@dataclass
class Tab:
    """One tab of one computer, and what is held beside it.

    Attributes:
        computer: the tab.
        handset: the phone on which the eDO App runs.
        app: the second's mObywatel.
        trail: what each step showed, on the computer and on the handset; None where nothing new.
    """

    stage: Stage
    computer: HttpBrowser
    handset: HttpBrowser
    app: ControlPhone
    trail: "list[Shown]" = field(default_factory=list)

    def do(self, *steps: "Step") -> "Tab":
        """Take steps, and note what is seen after each."""
        for step in steps:
            before = self.computer.seen, self.handset.seen
            step(self)
            self.trail.append((self._new(self.computer, before[0]), self._new(self.handset, before[1])))
        return self

    def _new(self, browser: HttpBrowser, before: HttpPage) -> Seen | None:
        return None if browser.seen is before else seen(browser.seen, self.stage.world)

    def duplicated(self) -> "Tab":
        """Another tab of the same browsers, with the same page."""
        return Tab(self.stage, replace(self.computer), replace(self.handset), self.stage.phone(SECOND))

    def signed_in(self) -> dict[str, object] | None:
        """Whom the account's data endpoint knows in this browser, and who told who it is."""
        told = self.computer.read(self.stage.world.url("ikp", "/api/konto"))
        return {name: value for name, value in told.json().items() if name != "entries"} if told.is_success else None


Step = Callable[[Tab], None]
Shown = tuple[Seen | None, Seen | None]
