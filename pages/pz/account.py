"""The person's own account at pz.gov.pl: the menu under the name, the profile, its details, its method."""

from typing import Self, TypeVar

from playwright.sync_api import Page, expect

from pages.base import BasePage
from pages.pz.front import SignedOutPage

P = TypeVar("P", bound=BasePage)


class AccountMenu:
    """The menu under the person's name, top right."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.get_by_role("navigation", name="Menu konta")

    def open(self, full_name: str) -> Self:
        """Open it under this name."""
        self.root.get_by_text(full_name, exact=True).click()
        return self

    def choose_trusted_profile(self) -> "ProfilePage":
        """“Profil zaufany”."""
        self.root.get_by_role("link", name="Profil zaufany").click()
        return ProfilePage(self.page)

    def submit_sign_out(self) -> SignedOutPage:
        """“Wyloguj się”."""
        self.root.get_by_role("button", name="Wyloguj się").click()
        return SignedOutPage(self.page)


class _SignedInPage(BasePage):
    """A page with the menu."""

    @property
    def menu(self) -> AccountMenu:
        """The menu under the person's name."""
        return AccountMenu(self.page)


class AccountPage(_SignedInPage):
    """Where a sign-in leads."""

    heading = "Moje konto"


class ProfilePage(_SignedInPage):
    """What can be done with the profile."""

    heading = "Twój profil zaufany"

    def choose_details(self) -> "ProfileDetailsPage":
        """“Szczegóły profilu”."""
        self.page.get_by_role("link", name="Szczegóły profilu").click()
        return ProfileDetailsPage(self.page)


class ProfileDetailsPage(_SignedInPage):
    """Validity, method, linked bank."""

    heading = "Szczegóły profilu"

    @classmethod
    def goto(cls, page: Page, address: str) -> Self:
        """Open it at its address in this world."""
        page.goto(address)
        return cls(page)

    def submit_renewal(self, then: type[P]) -> P:
        """“Przedłuż ważność”; ``then`` is the confirmation."""
        self.page.get_by_role("button", name="Przedłuż ważność").click()
        return then(self.page)

    def expect_valid_until(self, day: str) -> Self:
        """The profile is valid until this day."""
        return self._expect_detail("Ważność", f"ważny do {day}")

    def choose_change_method(self) -> "ChangeMethodPage":
        """“Zmień metodę autoryzacji”."""
        self.page.get_by_role("link", name="Zmień metodę autoryzacji").click()
        return ChangeMethodPage(self.page)

    def expect_method(self, name: str) -> Self:
        """This is the method in force: “SMS” or “Powiadomienia push”."""
        return self._expect_detail("Metoda autoryzacji", name)

    def expect_bank(self, name: str) -> Self:
        """This is the linked bank; “brak” for none."""
        return self._expect_detail("Powiązany bank", name)

    def expect_expired(self) -> Self:
        """The profile is valid no more."""
        return self._expect_detail("Ważność", "wygasł")

    def _expect_detail(self, term: str, text: str) -> Self:
        row = self.page.get_by_role("row", name=term)
        expect(row.get_by_role("cell")).to_contain_text(text)
        return self


class ChangeMethodPage(_SignedInPage):
    """The choice of the method, and the password once more."""

    heading = "Zmień metodę autoryzacji"

    def expect_choices(self) -> Self:
        """Both methods can be chosen."""
        for name in ("Powiadomienia push", "SMS"):
            expect(self.page.get_by_role("radio", name=name)).to_be_enabled()
        return self

    def choose_push(self) -> None:
        """“Powiadomienia push”."""
        self.page.get_by_role("radio", name="Powiadomienia push").check()

    def choose_sms(self) -> None:
        """“SMS”."""
        self.page.get_by_role("radio", name="SMS").check()

    def fill_password(self, password: str) -> None:
        """Type the password once more."""
        self.page.get_by_label("Hasło").fill(password)

    def submit(self, then: type[P]) -> P:
        """“Dalej”; ``then`` is the confirmation over the new method, the details, or this page again."""
        self.page.get_by_role("button", name="Dalej").click()
        return then(self.page)

    def submit_cancel(self) -> ProfileDetailsPage:
        """“Anuluj”."""
        self.page.get_by_role("link", name="Anuluj").click()
        return ProfileDetailsPage(self.page)
