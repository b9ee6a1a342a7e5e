"""The person's own account at pz.gov.pl: the menu under the name, the profile, its details, its method."""

import re
from typing import Self

from playwright.sync_api import Page, expect

from pages.base import BasePage, P, TrilingualPage
from pages.pz.front import SignedOutPage
from pages.texts import Name

_SMS = Name("SMS")


class AccountMenu:
    """The menu under the person's name, top right."""

    def __init__(self, on: BasePage) -> None:
        self.on = on
        self.root = on.page.get_by_role("navigation", name=on.say("Menu konta"))

    def open(self, full_name: str) -> Self:
        """Open it under this name."""
        self.root.get_by_text(full_name, exact=True).click()
        return self

    def choose_trusted_profile(self) -> "ProfilePage":
        """“Profil zaufany”."""
        self.root.get_by_role("link", name=self.on.say("Profil zaufany")).click()
        return ProfilePage(self.on.page)

    def submit_sign_out(self) -> SignedOutPage:
        """“Wyloguj się”."""
        self.root.get_by_role("button", name=self.on.say("Wyloguj się")).click()
        return SignedOutPage(self.on.page)


class _SignedInPage(TrilingualPage):
    """A page with the menu."""

    @property
    def menu(self) -> AccountMenu:
        """The menu under the person's name."""
        return AccountMenu(self)


class AccountPage(_SignedInPage):
    """Where a sign-in leads."""

    heading = "Moje konto"


class ProfilePage(_SignedInPage):
    """What can be done with the profile."""

    heading = "Twój profil zaufany"

    def choose_details(self) -> "ProfileDetailsPage":
        """“Szczegóły profilu”."""
        self.page.get_by_role("link", name=self.say("Szczegóły profilu")).click()
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
        self.page.get_by_role("button", name=self.say("Przedłuż ważność")).click()
        return then(self.page)

    def expect_valid_until(self, day: str) -> Self:
        """The profile is valid until this day."""
        return self._expect_detail("Ważność", self.say("ważny do {day}", day=day))

    def choose_change_method(self) -> "ChangeMethodPage":
        """“Zmień metodę autoryzacji”."""
        self.page.get_by_role("link", name=self.say("Zmień metodę autoryzacji")).click()
        return ChangeMethodPage(self.page)

    def expect_method(self, name: str) -> Self:
        """This is the method in force: “SMS” or “Powiadomienia push”."""
        return self._expect_detail("Metoda autoryzacji", self.say(Name(name)))

    def expect_bank(self, name: str) -> Self:
        """This is the linked bank; “brak” for none."""
        return self._expect_detail("Powiązany bank", self.say(Name(name)))

    def expect_expired(self, moment: str) -> Self:
        """The profile is valid no more, since this moment."""
        return self._expect_detail("Ważność", self.say("wygasł {until}", until=moment))

    def _expect_detail(self, term: str, text: str | re.Pattern[str]) -> Self:
        row = self.page.get_by_role("row", name=self.say(term))
        expect(row.get_by_role("cell")).to_contain_text(text)
        return self


class ChangeMethodPage(_SignedInPage):
    """The choice of the method, and the password once more."""

    heading = "Zmień metodę autoryzacji"

    def expect_choices(self) -> Self:
        """Both methods can be chosen."""
        for name in ("Powiadomienia push", _SMS):
            expect(self.page.get_by_role("radio", name=self.say(name))).to_be_enabled()
        return self

    def choose_push(self) -> None:
        """“Powiadomienia push”."""
        self.page.get_by_role("radio", name=self.say("Powiadomienia push")).check()

    def choose_sms(self) -> None:
        """“SMS”."""
        self.page.get_by_role("radio", name=self.say(_SMS)).check()

    def fill_password(self, password: str) -> None:
        """Type the password once more."""
        self.page.get_by_label(self.say("Hasło")).fill(password)

    def submit(self, then: type[P]) -> P:
        """“Dalej”; ``then`` is the confirmation over the new method, the details, or this page again."""
        self.page.get_by_role("button", name=self.say("Dalej")).click()
        return then(self.page)

    def choose_cancel(self) -> ProfileDetailsPage:
        """“Anuluj”."""
        self.page.get_by_role("link", name=self.say("Anuluj")).click()
        return ProfileDetailsPage(self.page)
