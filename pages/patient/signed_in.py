"""The account's first page, and what every page of an account has."""

import re
from typing import Self

from playwright.sync_api import Page, expect

from pages.base import BilingualPage, P
from pages.patient.menu import AccountMenu
from pages.patient.session_dialog import SessionDialog
from pages.texts import ANYTHING, Name


class SignedInPage(BilingualPage):
    """Any page of a signed-in patient."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.session_dialog = SessionDialog(self)
        self.menu = AccountMenu(self)

    def choose_logout(self, then: type[P]) -> P:
        """Log out, at the top right."""
        self.page.get_by_role("banner").get_by_role("button", name=self.say("Wyloguj się")).click()
        return then(self.page)


class PatientPage(SignedInPage):
    """A patient's own account; its heading is the patient's name."""

    heading = ANYTHING

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.tiles = page.get_by_role("navigation", name=self.say("Twoje konto")).get_by_role("link")
        expect(self.tiles.first).to_be_visible()

    def choose_tile(self, then: type[P]) -> P:
        """Open what a tile leads to, for example ``choose_tile(PrescriptionsPage)``."""
        self.tiles.filter(has_text=self.told(then.heading)).click()
        return then(self.page)

    def expect_patient(self, name: str, pesel: str) -> Self:
        """The account is this patient's."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(name)
        return self._expect_fact(pesel)

    def expect_identified_by(self, text: str) -> Self:
        """The account says who confirmed the identity, for example „mojeID – ING Bank Śląski”."""
        return self._expect_fact(" – ".join(self.say(Name(part)) for part in text.split(" – ")))

    def _expect_fact(self, text: str) -> Self:
        whole = re.compile(rf"^{re.escape(text)}$")
        expect(self.page.get_by_role("definition").filter(has_text=whole)).to_be_visible()
        return self
