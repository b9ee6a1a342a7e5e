"""mojeID's cooperative banks."""

import re
from collections.abc import Sequence
from typing import Self

from playwright.sync_api import expect

from pages.banks.login import BankLoginPage
from pages.base import P, TrilingualPage


class CooperativeBanksPage(TrilingualPage):
    """First the voivodeship, then the bank's name."""

    heading = "Wybierz bank spółdzielczy z Grupy BPS"

    def choose_voivodeship(self, name: str) -> None:
        """Choose where the bank is; the field for its name appears."""
        self.page.get_by_label(self.say("Województwo")).select_option(name)
        self.page.get_by_role("button", name=self.say("Pokaż banki")).click()
        hint = "Województwo {name}. Zacznij pisać i wybierz bank z listy."
        expect(self.page.get_by_text(self.say(hint, name=name))).to_be_visible()

    def expect_voivodeships(self, names: Sequence[str]) -> Self:
        """The list of voivodeships is exactly this one, in this order."""
        options = self.page.get_by_label(self.say("Województwo")).get_by_role("option")
        expect(options).to_have_text([self.say("Wybierz województwo"), *names])
        return self

    def fill_bank(self, name: str) -> None:
        """Type the bank's name."""
        self.page.get_by_label(self.say("Nazwa banku")).fill(name)

    def submit(self) -> BankLoginPage:
        """Go to the bank."""
        self.page.get_by_role("button", name=self.say("Dalej")).click()
        return BankLoginPage(self.page)

    def submit_unknown(self) -> Self:
        """Send a name that nobody knows: the field says so."""
        self.page.get_by_role("button", name=self.say("Dalej")).click()
        return self.expect_field_error("Nazwa banku", re.compile("Nie znamy banku o tej nazwie"))

    def submit_cancel(self, then: type[P]) -> P:
        """Give up; back to login.gov.pl."""
        self.page.get_by_role("button", name=self.say("Anuluj")).click()
        return then(self.page)
