"""The reader's program on the computer."""

import re

from playwright.sync_api import expect

from ..base import BasePage, P


class _ReaderPage(BasePage):
    """What every step offers."""

    def choose_cancel(self, then: type[P]) -> P:
        """Give up; e-dowód shows its login page."""
        self.page.get_by_role("button", name="Anuluj").click()
        return then(self.page)

    def _submit(self, label: str, value: str, then: type[P]) -> P:
        self.page.get_by_label(label, exact=True).fill(value)
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Dalej").click()
        return then(self.page)

    def choose_remove_card(self) -> "ReaderPlaceCardPage":
        """Take the card off the reader."""
        self.page.get_by_role("button", name="Zdejmij dowód z czytnika").click()
        return ReaderPlaceCardPage(self.page)


class ReaderPinPage(_ReaderPage):
    """PIN1."""

    heading = re.compile(r"^PIN1$")

    def expect_tries(self, left: int) -> "ReaderPinPage":
        """The page says how many tries are left."""
        expect(self.page.get_by_label("PIN1", exact=True)).to_have_accessible_description(
            re.compile(rf"Masz {left} z 3 prób")
        )
        return self

    def submit_pin(self, pin: str, then: type[P]) -> P:
        """PIN1: the right one leads on, a wrong one here again or, the third time, to ``PukPage``."""
        return self._submit("PIN1", pin, then)


class ReaderCanPage(_ReaderPage):
    """CAN."""

    heading = re.compile(r"^Numer CAN$")

    def submit_can(self, can: str) -> ReaderPinPage:
        """The right CAN of a valid card."""
        return self._submit("Numer CAN", can, ReaderPinPage)

    def submit_refused_can(self, can: str, then: type[P]) -> P:
        """A wrong CAN leads here again, an invalid card to ``ReaderPlaceCardPage``, a locked one to ``PukPage``."""
        return self._submit("Numer CAN", can, then)


class ReaderPlaceCardPage(_ReaderPage):
    """Lay the card down."""

    heading = "Połóż dowód na czytniku"

    def submit_card(self, number: str) -> ReaderCanPage:
        """Lay this card on the reader."""
        return self._submit("Numer dokumentu", number, ReaderCanPage)

    def submit_unknown_card(self, number: str) -> "ReaderPlaceCardPage":
        """Lay down something that is no e-dowód."""
        return self._submit("Numer dokumentu", number, ReaderPlaceCardPage)


class ReaderStepPage(_ReaderPage):
    """Whichever step the reader is at."""

    heading = re.compile(r"\S")


class ReaderReadingPage(_ReaderPage):
    """A slow reader reads; the page moves on by itself."""

    heading = "Trwa odczyt dowodu"
