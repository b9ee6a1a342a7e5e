"""A parent who is signed in to IKP, a child of 12, and a place that vaccinates."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from fixtures.http_page import HttpPage
from mock_server.kernel.clock import WARSAW
from mock_server.kernel.people import Person
from mock_server.kernel.pesel import pesel_for
from mock_server.shared.patient.archive import Archive, Handles
from mock_server.shared.patient.booking.model import Booking, Place, Service, Term, Voivodeship
from mock_server.shared.patient.booking.state import Bookings, Places
from mock_server.shared.patient.record import Record, Vaccination
from tests.patient.visiting import IKP, PatientScene

MORNING = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)
POINT = Place("point", "Punkt szczepień „Jeż”", Voivodeship.SLASKIE, "Żory", "ul. Leśna 4", (Service.HPV,))
FIRST, SECOND = "pierwsza", "druga"


def at(on: date, hour: int = 10) -> Term:
    """A term by the clocks of Warsaw."""
    return Term(Service.HPV, datetime(on.year, on.month, on.day, hour, tzinfo=WARSAW))


class VaccinationScene(PatientScene):
    """Books for a child by the pages' own forms."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(monkeypatch)
        self.world.clock.set(MORNING)
        self.world.clock.freeze()
        self.child = self.child_born(date(2014, 3, 2))
        self.world.state(Places).put([POINT])
        self.enter_ikp(self.person)

    def child_born(self, on: date) -> Person:
        """Another child of the parent, never vaccinated."""
        child = replace(
            self.person, pesel=pesel_for(on, len(self.world.people)), birth_date=on, given_name="Zosia", children=[]
        )
        child.trusted_profile = child.id_card = child.mobywatel = None
        child.bank_customers = {}
        self.world.people.add(child)
        self.person.children.append(child.pesel)
        self.child = child
        self.vaccinate()
        return child

    def vaccinate(self, *days: date, against: str = "HPV") -> None:
        """Let the child's record tell of these doses and of nothing else."""
        doses = tuple(Vaccination(against, "szczepionka", day, "Żory") for day in days)
        self.world.state(Archive).put(self.child.pesel, Record((), (), (), (), doses))

    def offer(self, *days: date) -> None:
        """Let the place have one term on each of these days."""
        self.world.state(Places).put_terms(POINT, [at(day) for day in days])

    def on(self, day: date) -> "VaccinationScene":
        """Move the clock to the morning of a day, and sign in again."""
        self.world.clock.set(datetime(day.year, day.month, day.day, 8, 0, tzinfo=UTC))
        self.enter_ikp(self.person)
        return self

    @property
    def handle(self) -> str:
        """The child's stand-in."""
        return self.world.state(Handles).of(self.child.pesel)

    def doses(self) -> HttpPage:
        """The child's vaccination."""
        return self.browser.get(f"{IKP}/dziecko/{self.handle}/szczepienia")

    def dose(self, name: str) -> HttpPage:
        """The page of one dose."""
        return self.browser.get(f"{self.doses().url}/{name}")

    def look(self, name: str, day: date) -> HttpPage:
        """The page that asks to confirm the term of a day."""
        return self.browser.get(f"{self.doses().url}/{name}/termin/{POINT.id}/{at(day).id}")

    def book(self, name: str, day: date) -> HttpPage:
        """Book the term of a day."""
        self.look(name, day)
        return self.browser.http.press("Potwierdzam termin").seen

    @property
    def bookings(self) -> list[Booking]:
        """The child's visits."""
        return self.world.state(Bookings).of_patient(self.child.pesel)
