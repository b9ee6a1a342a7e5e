"""The password form that two pages of pz.gov.pl share."""

from typing import TypeVar

from pages.base import BasePage

P = TypeVar("P", bound=BasePage)


class PasswordPage(BasePage):
    """A page with user name, password and “Zaloguj się”."""

    def fill_credentials(self, username: str, password: str) -> None:
        """Type user name and password."""
        self.page.get_by_label("Nazwa użytkownika").fill(username)
        self.page.get_by_label("Hasło").fill(password)

    def submit(self, then: type[P]) -> P:
        """“Zaloguj się”; ``then`` is the step that the profile's method calls for, or this page again."""
        self.page.get_by_role("button", name="Zaloguj się", exact=True).click()
        return then(self.page)

    def submit_twice(self, then: type[P]) -> P:
        """“Zaloguj się”, by an impatient double click."""
        self.page.get_by_role("button", name="Zaloguj się", exact=True).dblclick()
        return then(self.page)

    def submit_cancel(self, then: type[P]) -> P:
        """“Anuluj”: back to where the person came from."""
        self.page.get_by_role("button", name="Anuluj").click()
        return then(self.page)
