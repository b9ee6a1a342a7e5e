"""Before the account opens and after it closes."""

from playwright.sync_api import Page, expect

from pages.base import BilingualPage, P
from pages.ikp.account import AccountPage
from pages.texts import Name


class StartPage(BilingualPage):
    """IKP without a session."""

    heading = Name("Internetowe Konto Pacjenta")

    def choose_login(self, then: type[P]) -> P:
        """Go to login.gov.pl."""
        self.page.get_by_role("link", name=self.say("Zaloguj się")).click()
        return then(self.page)


class ConsentPage(BilingualPage):
    """The regulations, at the first login."""

    heading = "Regulamin Internetowego Konta Pacjenta"
    box_label = "Akceptuję regulamin Internetowego Konta Pacjenta"
    accepting = "Akceptuję i przechodzę do konta"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.box = page.get_by_role("checkbox", name=self.say(self.box_label))

    def choose_box(self) -> None:
        """Tick the box."""
        self.box.check()

    def submit(self) -> None:
        """Go on, whatever the page says to that."""
        self.page.get_by_role("button", name=self.say(self.accepting)).click()

    def submit_acceptance(self, then: type[P]) -> P:
        """Accept, and go where the login was to lead."""
        self.choose_box()
        self.submit()
        return then(self.page)

    def submit_to_account(self) -> AccountPage:
        """Accept, and meet the account."""
        return self.submit_acceptance(AccountPage)

    def choose_resign(self, then: type[P]) -> P:
        """Give up."""
        self.page.get_by_role("button", name=self.say("Rezygnuję z logowania")).click()
        return then(self.page)


class LoginFailedPage(BilingualPage):
    """login.gov.pl did not say who the person is."""

    heading = "Logowanie nie powiodło się"


class LoggedOutPage(BilingualPage):
    """After a logout."""

    heading = "Wylogowano"

    def choose_login(self, then: type[P]) -> P:
        """Log in again."""
        self.page.get_by_role("link", name=self.say("Zaloguj się ponownie")).click()
        return then(self.page)


class SessionOverPage(BilingualPage):
    """After a session that ended by itself, or in another tab."""

    heading = "Sesja wygasła"

    def choose_login(self, then: type[P]) -> P:
        """Begin anew."""
        self.page.get_by_role("link", name=self.say("Zaloguj się ponownie")).click()
        return then(self.page)

    def expect_nothing_of(self, name: str) -> None:
        """Nothing tells whose session it was."""
        expect(self.page.get_by_text(name)).to_have_count(0)
