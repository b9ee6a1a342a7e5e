"""What the stories of booking begin with: patients with a referral, and places whose terms they know."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

import pytest

from e2e.prevention.conftest import Patient, PatientMaker, make_patient
from fixtures.booking import Booking, Place, Service, Term, Voivodeship
from fixtures.http_browser import HttpBrowser
from fixtures.polish_time import WARSAW
from fixtures.world import WorldControl

__all__ = ["make_patient"]

_LAB = (Service.PREVENTION,)
ZABKA = Place("zabka", "Laboratorium „Żabka”", Voivodeship.LODZKIE, "Łódź", "ul. Długa 1", _LAB)
CMA = Place("cma", "Przychodnia „Ćma”", Voivodeship.LODZKIE, "Brzeziny", "ul. Krótka 2", _LAB)
NAMESAKE = Place("namesake", "Przychodnia „Orzeł”", Voivodeship.MALOPOLSKIE, "Brzeziny", "ul. Polna 3", _LAB)
VACCINES = Place("vaccines", "Punkt szczepień", Voivodeship.LODZKIE, "Łódź", "ul. Długa 4", (Service.HPV,))


def term(day: int, hour: int = 10, minute: int = 0, *, month: int = 12, year: int = 2026, seats: int = 1) -> Term:
    """A term by the clocks of Warsaw, in December unless another month is given."""
    return Term(Service.PREVENTION, datetime(year, month, day, hour, minute, tzinfo=WARSAW), seats)


FIRST, SECOND = term(1), term(2, 8, 20)


@dataclass
class Booker:
    """A patient with a referral, who books by what the pages lead to.

    Attributes:
        home: the path of the referral below the tab.
    """

    patient: Patient
    home: str

    def look(self, wanted: Term, place: Place = ZABKA) -> HttpBrowser:
        """The page that asks to confirm a term."""
        moment = wanted.starts_at.strftime("%Y-%m-%dT%H:%M")
        terms = self.patient.open(f"{self.home}/termin/{place.id}")
        found = terms.page.xpath(f"//main//a[.//time[starts-with(@datetime, '{moment}')]]/@href")
        assert found, f"“{terms.heading}” offers no {moment}"
        return self.patient.browser.open(self.patient.world.url(self.patient.site, found[0]))

    def book(self, wanted: Term, place: Place = ZABKA) -> HttpBrowser:
        """Confirm a term."""
        self.look(wanted, place)
        return self.confirm()

    def confirm(self) -> HttpBrowser:
        """Press the last button."""
        return self.patient.browser.press("Potwierdzam termin")

    def cancel(self) -> HttpBrowser:
        """Give the visit up."""
        return self.patient.open(f"{self.home}/odwolaj").press("Odwołuję wizytę")

    def offered(self, place: Place = ZABKA) -> list[str]:
        """The terms that the page of a place offers, as it tells them."""
        return self.patient.open(f"{self.home}/termin/{place.id}").seen.texts("//main//li/a/time")

    @property
    def visit(self) -> list[str]:
        """What the referral's page tells of the visit."""
        return self.patient.open(self.home).seen.texts("//section[@aria-labelledby='visit']//dd")

    @property
    def bookings(self) -> list[Booking]:
        """What the control API tells of it."""
        return self.patient.world.bookings(self.patient.person)

    @property
    def messages(self) -> list[str]:
        """What the patient's phone was sent."""
        return [message.text for message in self.patient.world.inbox(self.patient.person).sms]

    def use_referral(self) -> None:
        """Let the place say that the referral was used."""
        world, person = self.patient.world, self.patient.person
        world.put_prevention_referrals(person, [replace(self.patient.referral, used=True)])


BookerMaker = Callable[..., Booker]


@pytest.fixture
def places(world: WorldControl) -> list[Place]:
    """All places of the world; one has two terms, the others have none."""
    all_places = world.put_places([ZABKA, CMA, NAMESAKE, VACCINES])
    for place in all_places:
        world.put_terms(place.id, [FIRST, SECOND] if place.id == ZABKA.id else [])
    return all_places


@pytest.fixture
def make_booker(make_patient: PatientMaker, places: list[Place]) -> BookerMaker:
    """Factory of patients who have sent the survey today."""

    def make(site: str = "ikp") -> Booker:
        patient = make_patient(site)
        patient.send_survey()
        return Booker(patient, f"/skierowania/{patient.referral.id}")

    return make
