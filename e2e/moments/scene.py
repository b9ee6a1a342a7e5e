"""Who acts in the stories of moments: one person at a computer and a phone, in a world whose clock the story moves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from lxml import html

from e2e.trusted_profile.asked import sign_in_by_hand
from fixtures.control_phone import newest_sms
from fixtures.http_browser import HttpBrowser
from fixtures.people import Confirmation, Person, PersonMaker
from fixtures.world import WorldControl
from pages.login.methods import TILES

BEFORE, AFTER = timedelta(seconds=97), timedelta(seconds=83)
"""From the beginning to the act, and from the act to the look: nobody may take the one moment for the other."""


@dataclass(frozen=True)
class Told:
    """A moment on a page.

    Attributes:
        value: what machines are told.
        words: what people are told.
    """

    value: str
    words: str


@dataclass
class Scene:
    """One person's computer and phone; time stands still but where the story moves it.

    Attributes:
        act_at: when the act is done.
    """

    world: WorldControl
    make_person: PersonMaker
    computer: HttpBrowser
    phone: HttpBrowser
    act_at: datetime

    @classmethod
    def begun(
        cls, world: WorldControl, make_person: PersonMaker, new_browser: Callable[[], HttpBrowser], act_at: datetime
    ) -> "Scene":
        """Everybody is there, a little before the act."""
        world.freeze()
        world.set_clock(act_at - BEFORE)
        return cls(world, make_person, new_browser(), new_browser(), act_at)

    def at_the_act(self) -> None:
        """What follows happens at the moment of the act."""
        self.world.set_clock(self.act_at)

    def later(self, after: timedelta = AFTER) -> None:
        """What follows happens later than the act."""
        self.world.set_clock(self.act_at + after)

    def choose(self, method: str) -> None:
        """At the computer: begin a login to IKP, and choose a method at the moment of the act."""
        self.computer.open(self.world.url("ikp", "/zaloguj"))
        self.at_the_act()
        self.computer.press(TILES[method])

    def sign_in_to_ikp(self, person: Person) -> None:
        """At the computer: open the account for the first time, at the moment of the act."""
        self.world.expect_login(person)
        self.computer.open(self.world.url("ikp", "/zaloguj"))
        self.at_the_act()
        self.computer.press("Akceptuję i przechodzę do konta", zgoda="tak")

    def sign_in_to_pz(self, person: Person) -> None:
        """At the computer: open the person's own account at pz.gov.pl."""
        sign_in_by_hand(self.computer, self.world, person)
        self.give_code(person)

    def give_code(self, person: Person) -> None:
        """At the computer: type the newest code."""
        self.computer.submit("/code", code=newest_sms(self.world, person).code)

    def open_app(self, person: Person) -> None:
        """At the phone: unlock mObywatel."""
        assert person.mobywatel
        self.phone.open(self.world.url("mobywatel", f"/telefon/{person.phone}"))
        self.phone.submit("/zaloguj", password=person.mobywatel.password)

    def push_person(self) -> Person:
        """Make somebody who confirms by push."""
        return self.make_person(confirmation=Confirmation.PUSH)


def told(browser: HttpBrowser, path: str = "//main") -> Told:
    """The one moment on this part of the page on the screen."""
    found = browser.page.xpath(f"{path}//time")
    assert len(found) == 1, f"{len(found)} moments at {path} on “{browser.heading}” ({browser.address})"
    time: html.HtmlElement = found[0]
    return Told(str(time.get("datetime")), " ".join(str(time.text_content()).split()))


def beside(term: str) -> str:
    """Where a list of facts, or a table, tells what goes with this term."""
    return f"//main//*[self::dt or self::th][normalize-space()='{term}']/following-sibling::*[1]"
