"""The front page of pz.gov.pl, the sign-in to the own account, and the farewell."""

from typing import Self

from playwright.sync_api import Page

from pages.base import TrilingualPage
from pages.pz.password import PasswordPage


class OwnSignInPage(PasswordPage):
    """The sign-in that nobody else asked for."""

    heading = "Zaloguj się na swoje konto"


class FrontPage(TrilingualPage):
    """What a trusted profile is, and the way in."""

    heading = "Potwierdź swoją tożsamość w internecie"

    @classmethod
    def goto(cls, page: Page, address: str) -> Self:
        """Open the site at its address in this world."""
        page.goto(address)
        return cls(page)

    def choose_sign_in(self) -> OwnSignInPage:
        """“Zaloguj się”."""
        self.page.get_by_role("link", name=self.say("Zaloguj się")).click()
        return OwnSignInPage(self.page)


class SignedOutPage(TrilingualPage):
    """The farewell."""

    heading = "Wylogowano"
