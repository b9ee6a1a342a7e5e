"""Booking a visit: a place, a term, a confirmation; the same in IKP and in mojeIKP."""

import re
from datetime import datetime

from playwright.sync_api import Page, expect

from pages.base import P
from pages.patient.signed_in import SignedInPage


class PlacesPage(SignedInPage):
    """Where: by voivodeship, then by town."""

    heading = "Wybierz miejsce"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.places = page.get_by_role("main").get_by_role("listitem")

    def choose_voivodeship(self, name: str) -> "PlacesPage":
        """Show the places of a voivodeship."""
        self.page.get_by_label(self.say("Województwo")).select_option(name)
        return self._show()

    def choose_town(self, name: str) -> "PlacesPage":
        """Show those of one of its towns."""
        self.page.get_by_label(self.say("Miejscowość")).select_option(name)
        return self._show()

    def choose_place(self, name: str) -> "TermsPage":
        """See the free terms of a place."""
        self.page.get_by_role("link", name=name, exact=True).click()
        return TermsPage(self.page)

    def _show(self) -> "PlacesPage":
        self.page.get_by_role("button", name=self.say("Pokaż miejsca")).click()
        return PlacesPage(self.page)


class TermsPage(SignedInPage):
    """When: the free terms of a place."""

    heading = "Wybierz termin"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.terms = page.get_by_role("main").get_by_role("listitem").get_by_role("link")

    def choose_term(self, moment: datetime) -> "ConfirmTermPage":
        """Choose the term that begins at this moment by the clocks of Warsaw."""
        self.terms.filter(has_text=self.dated(f"{moment:%d.%m.%Y, %H:%M}")).click()
        return ConfirmTermPage(self.page)


class ConfirmTermPage(SignedInPage):
    """The chosen place and term, about to be booked."""

    heading = "Potwierdź termin"

    def expect_facts(self, *facts: str) -> "ConfirmTermPage":
        """What is booked, where, when, and the term that is given up for it."""
        expect(self.page.get_by_role("main").get_by_role("definition")).to_have_text(list(facts))
        return self

    def submit(self, then: type[P]) -> P:
        """Book it; then comes the page of what was booked, or a refusal."""
        self.page.get_by_role("button", name=self.say("Potwierdzam termin")).click()
        return then(self.page)


class CancelVisitPage(SignedInPage):
    """A visit, about to be cancelled."""

    heading = "Odwołaj wizytę"

    def submit(self, then: type[P]) -> P:
        """Cancel it."""
        self.page.get_by_role("button", name=self.say("Odwołuję wizytę")).click()
        return then(self.page)


class BookingRefusedPage(SignedInPage):
    """Why something cannot be booked, and a way on."""

    heading = re.compile("zajęty|minął|wolnych terminów|już nie ma|wykorzystane|ważność|nie można")

    def choose_way_on(self, label: str, then: type[P]) -> P:
        """Go where the page leads."""
        self.page.get_by_role("main").get_by_role("link", name=self.say(label), exact=True).click()
        return then(self.page)


class VisitPage(SignedInPage):
    """The page of what can be booked, with its visit; subclasses say of what."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.visit = page.get_by_role("region", name=self.say("Wizyta"))

    def choose_booking(self) -> PlacesPage:
        """Book a visit."""
        self.visit.get_by_role("link", name=self.say("Umów wizytę")).click()
        return PlacesPage(self.page)

    def choose_moving(self) -> PlacesPage:
        """Choose another term for the visit."""
        self.visit.get_by_role("link", name=self.say("Zmień termin")).click()
        return PlacesPage(self.page)

    def choose_cancelling(self) -> CancelVisitPage:
        """Give the visit up."""
        self.visit.get_by_role("link", name=self.say("Odwołaj wizytę")).click()
        return CancelVisitPage(self.page)

    def expect_visit(self, *facts: str) -> None:
        """A visit is booked, of which the page tells place, address and term."""
        expect(self.visit.get_by_role("definition")).to_have_text(list(facts))

    def expect_no_visit(self) -> None:
        """None is booked."""
        expect(self.visit.get_by_role("definition")).to_have_count(0)
