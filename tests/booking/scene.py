"""A patient with a referral, and one place with the terms that a test gives it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest

from fixtures.http_page import HttpPage
from mock_server.kernel.clock import WARSAW
from mock_server.shared.patient.booking.model import Booking, Place, Service, Term, Voivodeship
from mock_server.shared.patient.booking.state import Bookings, Places
from tests.patient.visiting import IKP
from tests.prevention.scene import PreventionScene

LAB = Place("lab", "Laboratorium „Żabka”", Voivodeship.LODZKIE, "Łódź", "ul. Długa 1", (Service.PREVENTION,))
OTHER = Place("other", "Przychodnia „Ćma”", Voivodeship.LODZKIE, "Zgierz", "ul. Krótka 2", (Service.PREVENTION,))
FAR = Place("far", "Przychodnia „Orzeł”", Voivodeship.SLASKIE, "Żory", "ul. Długa 1", (Service.PREVENTION,))
VACCINES = Place("vaccines", "Punkt szczepień", Voivodeship.LODZKIE, "Łódź", "ul. Długa 3", (Service.HPV,))


def at(day: int, hour: int = 10, minute: int = 0, month: int = 12, year: int = 2026) -> Term:
    """A term by the clocks of Warsaw, in December unless another month is given."""
    return Term(Service.PREVENTION, datetime(year, month, day, hour, minute, tzinfo=WARSAW))


FIRST, SECOND = at(1), at(2)


class BookingScene(PreventionScene):
    """Books by the pages' own links and forms."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(monkeypatch)
        self.places = self.world.state(Places)
        self.places.put([LAB, OTHER, FAR, VACCINES])
        self.places.put_terms(LAB, [FIRST, SECOND])
        self.places.put_terms(OTHER, [])
        self.send()

    @property
    def home(self) -> str:
        """The referral's page."""
        return f"{IKP}/profilaktyka/skierowania/{self.referral.id}"

    @property
    def bookings(self) -> Bookings:
        """What was booked in this world."""
        return self.world.state(Bookings)

    @property
    def booking(self) -> Booking | None:
        """What was booked with the referral."""
        return self.bookings.of_ticket(self.referral.id)

    def look(self, term: Term, place: Place = LAB) -> HttpPage:
        """The page that asks to confirm a term."""
        return self.browser.get(f"{self.home}/termin/{place.id}/{term.id}")

    def book(self, term: Term, place: Place = LAB) -> HttpPage:
        """Confirm a term."""
        self.look(term, place)
        return self.browser.http.press("Potwierdzam termin").seen

    def cancel(self) -> HttpPage:
        """Give the visit up."""
        self.browser.get(f"{self.home}/odwolaj")
        return self.browser.http.press("Odwołuję wizytę").seen

    def move_to(self, moment: datetime) -> None:
        """Move the clock, and sign in again."""
        self.world.clock.set(moment)
        self.enter_ikp(self.person)

    def offered(self, place: Place = LAB) -> list[str]:
        """The terms that a place's page offers."""
        page = self.browser.get(f"{self.home}/termin/{place.id}")
        return [str(one).rpartition("/")[2] for one in page.page.xpath("//main//li/a/@href")]

    @contextmanager
    def as_another(self) -> Iterator[None]:
        """Be another patient of the same age, with a referral and a browser of their own."""
        mine = self.person, self.browser
        self.person, self.browser = self.born(self.person.birth_date), self.another_browser()
        self.enter_ikp(self.person)
        self.send()
        yield
        self.person, self.browser = mine

    @property
    def messages(self) -> list[str]:
        """What the patient's phone was sent."""
        return [one.text for one in self.world.inbox.sms_to(self.person.phone)]
