"""mojeID's list of banks."""

from collections.abc import Sequence
from typing import Self

from playwright.sync_api import expect

from pages.banks.login import BankLoginPage
from pages.base import BasePage, P
from pages.mojeid.cooperatives import CooperativeBanksPage


class MojeIdBanksPage(BasePage):
    """One tile for each bank."""

    heading = "mojeID – wybierz swój bank"

    def expect_service(self, name: str) -> Self:
        """The page names the service that the person logs in to."""
        expect(self.page.get_by_role("paragraph").filter(has_text=f"Logujesz się do: {name}")).to_be_visible()
        return self

    def expect_banks(self, labels: Sequence[str]) -> Self:
        """The list is exactly this one, in this order."""
        tiles = self.page.get_by_role("list", name="Banki").get_by_role("button")
        expect(tiles).to_have_text(list(labels))
        return self

    def choose_bank(self, label: str) -> BankLoginPage:
        """Go to a bank."""
        self._choose(label)
        return BankLoginPage(self.page)

    def choose_cooperative_banks(self, label: str = "Grupa BPS") -> CooperativeBanksPage:
        """Go to the cooperative banks of a group."""
        self._choose(label)
        return CooperativeBanksPage(self.page)

    def choose_unavailable_bank(self, label: str) -> Self:
        """Choose a bank that is out: the list stays, with a notice."""
        self._choose(label)
        return self.expect_notice("niedostępny")

    def submit_cancel(self, then: type[P]) -> P:
        """Give up; back to login.gov.pl."""
        self.page.get_by_role("button", name="Anuluj").click()
        return then(self.page)

    def _choose(self, label: str) -> None:
        self.page.get_by_role("list", name="Banki").get_by_role("button", name=label, exact=True).click()
