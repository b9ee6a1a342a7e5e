"""mojeID's list of banks."""

from collections.abc import Sequence
from typing import Self

from playwright.sync_api import Locator, expect

from pages.banks.login import BankLoginPage
from pages.base import P, TrilingualPage
from pages.mojeid.cooperatives import CooperativeBanksPage


class MojeIdBanksPage(TrilingualPage):
    """One tile for each bank."""

    heading = "mojeID – wybierz swój bank"

    def expect_service(self, name: str) -> Self:
        """The page names the service that the person logs in to."""
        told = self.say("Logujesz się do: {service}", service=name)
        expect(self.page.get_by_role("paragraph").filter(has_text=told)).to_be_visible()
        return self

    @property
    def banks(self) -> Locator:
        """The tiles."""
        return self.page.get_by_role("list", name=self.say("Banki")).get_by_role("button")

    @property
    def marks(self) -> Locator:
        """The mark beside the name of each."""
        return self.banks.get_by_test_id("mark")

    def expect_banks(self, labels: Sequence[str]) -> Self:
        """The list is exactly this one, in this order."""
        expect(self.banks).to_have_text(list(labels))
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
        self.page.get_by_role("button", name=self.say("Anuluj")).click()
        return then(self.page)

    def _choose(self, label: str) -> None:
        self.page.get_by_role("list", name=self.say("Banki")).get_by_role("button", name=label, exact=True).click()
