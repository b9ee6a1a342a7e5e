"""The login that another site asked for."""

from collections.abc import Sequence
from typing import Self

from playwright.sync_api import Locator, expect

from pages.base import P, TrilingualPage
from pages.pz.founding import FoundingPage
from pages.pz.password import PasswordPage


class LoginPage(PasswordPage):
    """Password, or one of sixteen institutions."""

    heading = "Zaloguj się profilem zaufanym"

    @property
    def banks(self) -> Locator:
        """The list of institutions."""
        return self.page.get_by_role("region", name=self.say("Zaloguj się przy pomocy banku lub innego dostawcy"))

    @property
    def marks(self) -> Locator:
        """The mark beside the name of each."""
        return self.banks.get_by_test_id("mark")

    def choose_bank(self, label: str, then: type[P]) -> P:
        """Go to an institution by its label."""
        self.banks.get_by_role("button", name=label, exact=True).click()
        return then(self.page)

    def expect_service(self, name: str) -> Self:
        """The page names the service that asked."""
        expect(self.page.get_by_text(self.say("Logujesz się do serwisu: {service}", service=name))).to_be_visible()
        return self

    def expect_banks(self, labels: Sequence[str]) -> Self:
        """Exactly these institutions are offered, in this order."""
        expect(self.banks.get_by_role("button")).to_have_text(list(labels))
        return self


class NoProfilePage(TrilingualPage):
    """The alert that there is no valid profile."""

    heading = "Nie masz ważnego profilu zaufanego"

    def choose_founding(self) -> FoundingPage:
        """“założyć profil zaufany”."""
        self.page.get_by_role("main").get_by_role("link").click()
        return FoundingPage(self.page)

    def submit_leave(self, then: type[P]) -> P:
        """Back to the service that asked, for another method."""
        self.page.get_by_role("button", name=self.say("Wróć do wyboru sposobu logowania")).click()
        return then(self.page)
