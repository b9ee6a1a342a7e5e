"""A step that is opened, or sent, before its turn leads back to the one that is due: nothing is jumped over."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from e2e.open_things import open_now
from e2e.trusted_profile.asked import other_than
from fixtures.http_browser import HttpBrowser
from fixtures.people import IdCard, Person
from fixtures.world import WorldControl
from pages.login.methods import TILES

pytestmark = [
    pytest.mark.behaviour("consent.needed", "id_card.checked"),
    pytest.mark.beyond_faults("no rule decides it: each step looks for what the one before it has left"),
]

BANK = "ing"


@dataclass(frozen=True)
class Walk:
    """A person at a computer without a screen, and with a phone that has the eDO App."""

    world: WorldControl
    person: Person
    computer: HttpBrowser
    phone: HttpBrowser

    @property
    def card(self) -> IdCard:
        """The person's e-dowód."""
        assert self.person.id_card
        return self.person.id_card

    def choose(self, method: str) -> HttpBrowser:
        """Choose a method at the hub."""
        return self.computer.open(self.world.url("ikp", "/zaloguj")).press(TILES[method])

    def at_bank(self) -> HttpBrowser:
        """Be asked by the bank for number and password."""
        return self.choose("trusted_profile").press("ING")

    def in_bank(self) -> HttpBrowser:
        """Be asked by the bank whether it may tell who one is."""
        customer = self.person.bank_customers[BANK]
        return self.at_bank().press("Zaloguj się", number=customer.number, password=customer.password)

    def at_mojeid(self) -> HttpBrowser:
        """See the banks of mojeID."""
        return self.choose("mojeid")

    def at_reader(self) -> HttpBrowser:
        """Be asked to lay the card down."""
        return self.choose("id_card").press("Czytnik podłączony do komputera")

    def card_laid(self) -> HttpBrowser:
        """Be asked for CAN."""
        return self.at_reader().press("Dalej", number=self.card.number)

    def can_given(self) -> HttpBrowser:
        """Be asked for PIN1."""
        return self.card_laid().press("Dalej", can=self.card.can)

    def being_read(self) -> HttpBrowser:
        """Wait for the reader."""
        return self.can_given().press("Dalej", pin1=self.card.pin1)

    def in_app(self) -> HttpBrowser:
        """See in the eDO App who asks."""
        shown = self.choose("id_card").submit("/edo-app")
        number = shown.text_of("//output")
        return self.phone.open(self.world.url("edo-app", "/wpisz")).submit("/wpisz", number=number)

    def agreed(self) -> HttpBrowser:
        """Be asked by the app for CAN."""
        return self.in_app().press("POTWIERDZAM")

    def card_wanted(self) -> HttpBrowser:
        """Be asked to hold the card to the phone."""
        return self.agreed().press("Dalej", can=self.card.can)

    def card_held(self) -> HttpBrowser:
        """Be asked by the app for PIN1."""
        return self.card_wanted().press("Dalej", number=self.card.number)

    def founding(self) -> HttpBrowser:
        """See the institutions that found a profile."""
        return self.computer.open(self.world.url("pz", "/ui/au/register"))


Reach = Callable[[Walk], HttpBrowser]

EARLY: dict[str, tuple[Reach, str, str]] = {
    "bank-nobody-logged-in": (Walk.at_bank, "/potwierdzenie", "/logowanie"),
    "bank-logged-in": (Walk.in_bank, "/logowanie", "/potwierdzenie"),
    "reader-can-without-card": (Walk.at_reader, "/can", ""),
    "reader-pin-without-card": (Walk.at_reader, "/pin1", ""),
    "reader-pin-without-can": (Walk.card_laid, "/pin1", "/can"),
    "reader-puk-without-can": (Walk.card_laid, "/puk", "/can"),
    "reader-puk-though-not-locked": (Walk.can_given, "/puk", "/pin1"),
    "app-can-without-agreeing": (Walk.in_app, "/can", ""),
    "app-card-without-agreeing": (Walk.in_app, "/dowod", ""),
    "app-pin-without-agreeing": (Walk.in_app, "/pin1", ""),
    "app-card-without-can": (Walk.agreed, "/dowod", "/can"),
    "app-pin-without-card": (Walk.card_wanted, "/pin1", "/dowod"),
    "app-puk-without-card": (Walk.card_wanted, "/puk", "/dowod"),
    "app-puk-though-not-locked": (Walk.card_held, "/puk", "/pin1"),
    "founding-without-bank": (Walk.founding, "/data", ""),
}
"""How far somebody has come, the step that they ask for, and the one that they get, behind the address of the login."""
ONLY_OPENED: dict[str, tuple[Reach, str, str]] = {
    "mojeid-consent-without-bank": (Walk.at_mojeid, "/zgoda", "/wybierz-bank"),
    "reader-reads-without-card": (Walk.at_reader, "/odczyt", ""),
    "reader-reads-without-pin": (Walk.can_given, "/odczyt", ""),
    "app-ends-without-answer": (Walk.in_app, "/koniec", ""),
}
"""The same; nothing can be sent there, or it is answered otherwise."""
STEP = re.compile("/(?:logowanie|potwierdzenie|wybierz-bank|can|dowod|pin1|odczyt)$")


@pytest.fixture
def walk(world: WorldControl, person: Person, new_http_browser: Callable[[], HttpBrowser]) -> Walk:
    """Somebody who has not begun; the world's clock stands still, and its reader takes its time."""
    world.freeze()
    world.set_reader(reading_seconds=60)
    return Walk(world, person, new_http_browser(), new_http_browser())


@pytest.mark.parametrize("step", EARLY | ONLY_OPENED)
def test_a_step_that_is_opened_before_its_turn_leads_to_the_one_that_is_due(walk: Walk, step: str) -> None:
    reach, asked, due = (EARLY | ONLY_OPENED)[step]
    browser = reach(walk)
    flow, before = STEP.sub("", browser.address), open_now(walk.world, {"person": walk.person})
    browser.open(f"{flow}{asked}")
    assert (browser.status, browser.address) == (200, f"{flow}{due}")
    assert open_now(walk.world, {"person": walk.person}) == before


@pytest.mark.parametrize("step", EARLY)
def test_what_is_sent_before_its_turn_counts_for_nothing(walk: Walk, step: str) -> None:
    reach, asked, due = EARLY[step]
    browser = reach(walk)
    flow, before = STEP.sub("", browser.address), open_now(walk.world, {"person": walk.person})
    customer = walk.person.bank_customers[BANK]
    codes = {"can": walk.card.can, "pin1": walk.card.pin1, "puk": walk.card.puk, "shown": "0"}
    founded = {"username": "nowa.nazwa", "password_again": customer.password}
    typed = {"number": walk.card.number, "password": customer.password, **codes, **founded}
    browser.post(f"{flow}{asked}", **typed)
    assert (browser.status, browser.address) == (200, f"{flow}{due}")
    assert open_now(walk.world, {"person": walk.person}) == before


def test_a_pin_that_comes_while_the_card_is_read_counts_for_nothing(walk: Walk) -> None:
    reading = walk.being_read()
    address, before = reading.address, open_now(walk.world, {"person": walk.person})
    reading.post(STEP.sub("/pin1", address), pin1=other_than(walk.card.pin1), shown="0")
    assert (reading.status, reading.address) == (200, address)
    assert open_now(walk.world, {"person": walk.person}) == before
