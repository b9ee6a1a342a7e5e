"""What the stories of “Profilaktyka 40+” begin with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from e2e.prevention.answers import HEALTHY
from fixtures.http_account import open_by_http
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person, PersonMaker
from fixtures.prevention import PreventionReferral
from fixtures.world import WorldControl

OLD_ENOUGH = "1980-06-15"
WOMAN, MAN = 0, 1
"""What the tenth digit of a PESEL leaves when it is divided by two."""


@dataclass
class Patient:
    """Somebody signed in to an account without a screen.

    Attributes:
        site: of which account.
    """

    world: WorldControl
    person: Person
    browser: HttpBrowser
    site: str = "ikp"

    def enter(self, site: str = "ikp") -> "Patient":
        """Sign in, as one must again after the clock was moved far."""
        self.site = site
        open_by_http(self.browser, self.world, self.person, site)
        return self

    def at(self, moment: datetime) -> "Patient":
        """Move the world's clock, and sign in again."""
        self.world.set_clock(moment)
        return self.enter(self.site)

    def open(self, path: str = "") -> HttpBrowser:
        """Go to the tab, or to a page below it."""
        return self.browser.open(self.world.url(self.site, f"/profilaktyka{path}"))

    def fill_in(self, step: str = "Dalej", **answers: str) -> HttpBrowser:
        """Fill in the survey, and press a button."""
        return self.open("/ankieta").press(step, **answers)

    def send_survey(self, **changes: str) -> HttpBrowser:
        """Fill in the survey, look over it, and send it: the page of the referral."""
        self.fill_in(**HEALTHY | changes)
        return self.browser.press("Wyślij ankietę")

    @property
    def offered(self) -> bool:
        """Whether the tab offers the survey."""
        return bool(self.open().page.xpath("//main//a[@href='/profilaktyka/ankieta']"))

    @property
    def referral(self) -> PreventionReferral:
        """The newest one, as the control API tells it."""
        return self.world.prevention_referrals(self.person)[0]

    def texts(self, path: str) -> list[str]:
        """The texts on this path of the page on the screen."""
        return self.browser.seen.texts(path)


PatientMaker = Callable[..., Patient]


@pytest.fixture
def make_patient(
    world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser]
) -> PatientMaker:
    """Factory of patients who are signed in; they are old enough unless they are said to be born on another day."""

    def make(site: str = "ikp", born: str = OLD_ENOUGH) -> Patient:
        return Patient(world, make_person(birth_date=born), new_http_browser()).enter(site)

    return make


def noon(year: int, month: int, day: int) -> datetime:
    """Far from midnight."""
    return datetime(year, month, day, 11, 0, tzinfo=UTC)


def sex_of(person: Person) -> int:
    """``WOMAN`` or ``MAN``, as the PESEL tells it."""
    return int(person.pesel[9]) % 2
