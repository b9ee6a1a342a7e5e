"""The founding of a trusted profile at pz.gov.pl."""

from collections.abc import Mapping, Sequence
from typing import Self

from playwright.sync_api import Locator, Page, expect

from pages.banks.login import BankLoginPage
from pages.base import P, TrilingualPage, language_on
from pages.pz.confirming import SmsDialog
from pages.pz.front import OwnSignInPage
from pages.texts import words


class _FoundingPage(TrilingualPage):
    """A page of a founding, which can be given up."""

    def submit_cancel(self, then: type[P]) -> P:
        """“Anuluj”: back to where the person came from."""
        self.page.get_by_role("button", name=self.say("Anuluj")).click()
        return then(self.page)


class FoundingPage(_FoundingPage):
    """The sixteen institutions."""

    heading = "Załóż profil zaufany"

    @classmethod
    def follow(cls, page: Page) -> Self:
        """“Załóż profil zaufany”, the link of any page."""
        label = words(language_on(page), "Załóż profil zaufany")
        page.get_by_role("main").get_by_role("link", name=label).click()
        return cls(page)

    @property
    def banks(self) -> Locator:
        """The list of institutions."""
        return self.page.get_by_role("region", name=self.say("Wybierz bank lub innego dostawcę"))

    def expect_banks(self, labels: Sequence[str]) -> Self:
        """Exactly these institutions are offered, in this order."""
        expect(self.banks.get_by_role("button")).to_have_text(list(labels))
        return self

    def choose_bank(self, label: str) -> BankLoginPage:
        """Go to an institution by its label."""
        self.banks.get_by_role("button", name=label, exact=True).click()
        return BankLoginPage(self.page)


class FoundingDataPage(_FoundingPage):
    """What the institution said, and the choice of user name and password."""

    heading = "Sprawdź dane i załóż profil"

    def expect_data(self, data: Mapping[str, str]) -> Self:
        """Exactly these data are shown, in this order."""
        expect(self.page.get_by_role("term")).to_have_text([self.say(name) for name in data])
        expect(self.page.get_by_role("definition")).to_have_text([self.dated(value) for value in data.values()])
        return self

    def fill_credentials(self, username: str, password: str, again: str | None = None) -> None:
        """Type the user name, and the password twice."""
        self.page.get_by_label(self.say("Nazwa użytkownika")).fill(username)
        self.page.get_by_label(self.say("Hasło"), exact=True).fill(password)
        self.page.get_by_label(self.say("Powtórz hasło")).fill(password if again is None else again)

    def submit(self, then: type[P]) -> P:
        """“Potwierdzam dane”: the code is sent, or this page comes again."""
        self.page.get_by_role("button", name=self.say("Potwierdzam dane")).click()
        return then(self.page)

    def submit_to_code(self) -> SmsDialog:
        """The same, with what is right."""
        return self.submit(SmsDialog)


class FoundingRefusedPage(_FoundingPage):
    """Why no profile can be founded, and what to do."""

    heading = "Nie możemy założyć profilu zaufanego"

    def choose_other_institution(self) -> FoundingPage:
        """“Wybierz inną instytucję”."""
        self.page.get_by_role("link", name=self.say("Wybierz inną instytucję")).click()
        return FoundingPage(self.page)

    def choose_sign_in(self) -> OwnSignInPage:
        """“Zaloguj się”, with the profile that is there."""
        self.page.get_by_role("main").get_by_role("link", name=self.say("Zaloguj się")).click()
        return OwnSignInPage(self.page)
