"""The tab “Profilaktyka”, with a woman of 45 who is signed in to IKP on a Thursday morning."""

from datetime import UTC, date, datetime

import pytest

from e2e.prevention.answers import HEALTHY
from fixtures.http_page import HttpPage
from mock_server.kernel.making import Recipe, make_person
from mock_server.kernel.people import Person
from mock_server.kernel.pesel import pesel_for
from mock_server.shared.patient.prevention.referral import PreventionReferral
from mock_server.shared.patient.prevention.state import Prevention
from tests.patient.visiting import IKP, PatientScene

MORNING = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)
TODAY = MORNING.date()
TAB = f"{IKP}/profilaktyka"
SURVEY = f"{TAB}/ankieta"


class PreventionScene(PatientScene):
    """Goes through the survey by the tab's own forms."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(monkeypatch)
        self.world.clock.set(MORNING)
        self.world.clock.freeze()
        self.person = self.born(date(1981, 3, 2))
        self.enter_ikp(self.person)

    def born(self, on: date, *, woman: bool = True) -> Person:
        """Somebody who was born on that day."""
        made = make_person(Recipe(len(self.world.people) + 100, birth_date=on), self.world.clock.now())
        serial = 2 * len(self.world.people) + (0 if woman else 1)
        made.pesel = pesel_for(on, serial)
        return self.world.people.add(made)

    def set_clock(self, year: int, month: int, day: int, hour: int = 12) -> None:
        """Move the clock, and sign in again."""
        self.world.clock.set(datetime(year, month, day, hour, tzinfo=UTC))
        self.enter_ikp(self.person)

    def tab(self) -> HttpPage:
        """The tab."""
        return self.browser.get(TAB)

    def keep(self, step: str = "dalej", **answers: str) -> HttpPage:
        """Fill in the survey and press a button."""
        self.browser.get(SURVEY)
        return self.browser.http.submit("/profilaktyka/ankieta", krok=step, **answers).seen

    def send(self, **changes: str) -> HttpPage:
        """Fill in the survey and send it."""
        self.keep(**HEALTHY | changes)
        return self.browser.http.press("Wyślij ankietę").seen

    @property
    def referral(self) -> PreventionReferral:
        """The newest one."""
        return self.world.state(Prevention).referrals(self.person.pesel)[0]
