"""The password form that two pages of pz.gov.pl share."""

from pages.base import P, TrilingualPage


class PasswordPage(TrilingualPage):
    """A page with user name, password and “Zaloguj się”."""

    def fill_credentials(self, username: str, password: str) -> None:
        """Type user name and password."""
        self.page.get_by_label(self.say("Nazwa użytkownika")).fill(username)
        self.page.get_by_label(self.say("Hasło")).fill(password)

    def submit(self, then: type[P]) -> P:
        """“Zaloguj się”; ``then`` is the step that the profile's method calls for, or this page again."""
        self.page.get_by_role("button", name=self.say("Zaloguj się"), exact=True).click()
        return then(self.page)

    def submit_twice(self, then: type[P]) -> P:
        """“Zaloguj się”, by an impatient double click."""
        self.page.get_by_role("button", name=self.say("Zaloguj się"), exact=True).dblclick()
        return then(self.page)

    def submit_cancel(self, then: type[P]) -> P:
        """“Anuluj”: back to where the person came from."""
        self.page.get_by_role("button", name=self.say("Anuluj")).click()
        return then(self.page)
