"""Authorising somebody, changing and withdrawing that, and who has looked; the same in IKP and in mojeIKP."""

from collections.abc import Collection

from playwright.sync_api import Locator, Page, expect

from pages.base import P
from pages.patient.signed_in import SignedInPage

SCOPE = {
    "prescriptions": "recepty",
    "referrals": "skierowania",
    "visits": "wizyty",
    "documentation": "dokumentacja medyczna",
    "health_information": "informacje o stanie zdrowia",
}
"""The boxes of the form, by what they stand for."""


class _TermsPage(SignedInPage):
    """A form with a scope and days."""

    first_day_label = "Pierwszy dzień"
    last_day_label = "Ostatni dzień"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.boxes = page.get_by_role("group", name=self.say("Co ta osoba zobaczy")).get_by_role("checkbox")
        self.first_day = page.get_by_label(self.say(self.first_day_label), exact=True)
        self.last_day = page.get_by_label(self.say(self.last_day_label), exact=True)

    def choose_scope(self, scope: Collection[str]) -> None:
        """Tick these boxes, and no other."""
        for part, label in SCOPE.items():
            self._box(label).set_checked(part in scope)

    def expect_scope(self, scope: Collection[str]) -> None:
        """Exactly these boxes are ticked."""
        for part, label in SCOPE.items():
            expect(self._box(label)).to_be_checked(checked=part in scope)

    def _box(self, label: str) -> Locator:
        return self.page.get_by_role("checkbox", name=self.say(label), exact=True)


class AuthorisePage(_TermsPage):
    """Whom one authorises, to see what, and when."""

    heading = "Upoważnij inną osobę"
    given_name_label = "Imię osoby upoważnionej"
    family_name_label = "Nazwisko osoby upoważnionej"
    pesel_label = "PESEL osoby upoważnionej"

    def fill_person(self, given_name: str, family_name: str, pesel: str) -> None:
        """Say who it is."""
        self.page.get_by_label(self.say(self.given_name_label), exact=True).fill(given_name)
        self.page.get_by_label(self.say(self.family_name_label), exact=True).fill(family_name)
        self.page.get_by_label(self.say(self.pesel_label), exact=True).fill(pesel)

    def choose_child(self, name: str) -> None:
        """It is a child's data that are shared."""
        self.page.get_by_role("radio", name=self.say("dziecka: {name}", name=name)).check()

    def submit(self, then: type[P]) -> P:
        """Authorise; the page that shows then."""
        self.page.get_by_role("button", name=self.say("Upoważnij"), exact=True).click()
        return then(self.page)


class ChangeAuthorisationPage(_TermsPage):
    """Scope and days of one authorisation, and its end."""

    heading = "Zmień upoważnienie"

    def submit(self, then: type[P]) -> P:
        """Save what was changed; the page that shows then."""
        self.page.get_by_role("button", name=self.say("Zapisz zmiany")).click()
        return then(self.page)

    def submit_withdrawal(self, then: type[P]) -> P:
        """Withdraw it; the page that shows then."""
        self.page.get_by_role("button", name=self.say("Wycofaj upoważnienie")).click()
        return then(self.page)


class LooksPage(SignedInPage):
    """Who has looked at one's data, and at one's children's."""

    heading = "Kto przeglądał dane"
