"""A child's plan, its vaccination, and a visit for each dose."""

import re

from playwright.sync_api import Page

from pages.patient.booking import VisitPage
from pages.patient.signed_in import SignedInPage


class ChildPlanPage(SignedInPage):
    """“Plan leczenia” of a child, with “Rejestracja na wizyty”."""

    heading = "Plan leczenia"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.visits = page.get_by_role("region", name=self.say("Umówione wizyty")).get_by_role("listitem")

    def choose_booking(self) -> "ChildVaccinationPage":
        """Book a visit."""
        registration = self.page.get_by_role("region", name=self.say("Rejestracja na wizyty"))
        registration.get_by_role("link", name=self.say("Umów wizytę")).click()
        return ChildVaccinationPage(self.page)


class ChildVaccinationPage(SignedInPage):
    """Both doses, with what was given and what can be booked."""

    heading = "Szczepienie przeciw HPV"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.doses = page.get_by_role("main").get_by_role("listitem")

    def choose_dose(self, name: str) -> "DosePage":
        """Open “Pierwsza dawka” or “Druga dawka”."""
        self.doses.get_by_role("link", name=self.say(name)).click()
        return DosePage(self.page)


class DosePage(VisitPage):
    """One dose, with its visit."""

    heading = re.compile("^HPV: .*dawka")
