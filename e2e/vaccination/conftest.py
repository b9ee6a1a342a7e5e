"""What the stories of vaccinating begin with: a parent who is signed in, a child, and a place with terms they know."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from fixtures.booking import Booking, Place, Service, Term, Voivodeship
from fixtures.http_account import open_by_http
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person, PersonMaker
from fixtures.polish_time import WARSAW
from fixtures.record import EMPTY, Vaccination
from fixtures.world import WorldControl

POINT = Place("point", "Punkt szczepień „Jeż”", Voivodeship.SLASKIE, "Żory", "ul. Leśna 4", (Service.HPV,))
TODAY, SOON = date(2026, 11, 19), date(2026, 12, 1)
FIRST, SECOND = "pierwsza", "druga"


@dataclass
class Parent:
    """Somebody signed in to IKP without a screen, with a child."""

    world: WorldControl
    person: Person
    child: Person
    browser: HttpBrowser

    def enter(self) -> "Parent":
        """Sign in, as one must again after the clock was moved far."""
        open_by_http(self.browser, self.world, self.person)
        return self

    def on(self, day: date) -> "Parent":
        """Move the clock to the noon of a day, and sign in again."""
        self.world.set_clock(datetime(day.year, day.month, day.day, 11, 0, tzinfo=UTC))
        return self.enter()

    def vaccinated(self, *given: date, against: str = "HPV") -> None:
        """Let the child's record tell of these doses and of nothing else."""
        doses = tuple(Vaccination(against, "szczepionka", day, "Żory") for day in given)
        self.world.put_record(self.child, replace(EMPTY, vaccinations=doses))

    def offer(self, *days: date) -> None:
        """Let the place have one term on each of these days."""
        starts = [datetime(day.year, day.month, day.day, 10, 0, tzinfo=WARSAW) for day in days]
        self.world.put_terms(POINT.id, [Term(Service.HPV, one) for one in starts])

    def follow(self, link: str) -> HttpBrowser:
        """Follow the link of this name."""
        found = self.browser.page.xpath("//main//a[normalize-space()=$name or strong=$name]/@href", name=link)
        assert found, f"no link “{link}” on “{self.browser.heading}”"
        return self.browser.open(self.world.url("ikp", str(found[0])))

    def vaccinations(self) -> HttpBrowser:
        """From the account to the child's vaccination, as facts tell the way."""
        self.browser.open(self.world.url("ikp", "/uprawnienia"))
        self.follow(self.child.full_name)
        self.follow("Plan leczenia")
        return self.follow("Umów wizytę")

    def dose(self, name: str) -> HttpBrowser:
        """The page of a dose."""
        address = self.vaccinations().address
        return self.browser.open(f"{address}/{name}")

    def booking(self, name: str) -> HttpBrowser:
        """The page that offers places for a dose, or says why there are none."""
        return self.browser.open(f"{self.dose(name).address}/termin")

    def offered(self, name: str) -> list[str]:
        """The days on which the place offers a term for a dose."""
        page = self.browser.open(f"{self.dose(name).address}/termin/{POINT.id}")
        return [told.partition(",")[0] for told in page.seen.texts("//main//li/a/time")]

    def book(self, name: str) -> HttpBrowser:
        """Book the first term that is offered for a dose."""
        self.offered(name)
        (first, *_) = self.browser.page.xpath("//main//li/a/@href")
        return self.browser.open(self.world.url("ikp", str(first))).press("Potwierdzam termin")

    @property
    def bookings(self) -> Sequence[Booking]:
        """The child's visits, as the control API tells them."""
        return self.world.bookings(self.child)


ParentMaker = Callable[..., Parent]


@pytest.fixture
def make_parent(
    world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser]
) -> ParentMaker:
    """Factory of parents; their child is born on this day, and was never vaccinated."""
    world.put_places([POINT])

    def make(born: date = date(2014, 3, 2)) -> Parent:
        child = make_person(birth_date=born.isoformat(), holdings=())
        person = make_person(birth_date="1984-05-05")
        parent = Parent(world, world.change_person(person.pesel, children=[child.pesel]), child, new_http_browser())
        parent.vaccinated()
        return parent.enter()

    return make
