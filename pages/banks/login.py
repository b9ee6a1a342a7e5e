"""Login at a bank."""

import re
from typing import Self

from playwright.sync_api import Locator, expect

from pages.base import BasePage, P


class BankLoginPage(BasePage):
    """Customer number and password. Every bank has its own words for them.

    The fields are found by what they are for, ``autocomplete`` (WCAG 1.3.5), as a password manager and
    assistive technology find them: so one class serves all banks, and their words stay a fact that
    ``expect_words`` checks.
    """

    heading = re.compile(r"^Zaloguj się – ")

    @property
    def mark(self) -> Locator:
        """The bank's own, at the top."""
        return self.page.get_by_role("banner").get_by_test_id("mark")

    def expect_bank(self, name: str) -> Self:
        """It is this bank's page."""
        expect(self.page.get_by_role("heading", level=1, name=f"Zaloguj się – {name}", exact=True)).to_be_visible()
        return self

    def expect_words(self, number: str, password: str) -> Self:
        """The bank calls customer number and password so."""
        expect(self._number).to_have_accessible_name(number)
        expect(self._password).to_have_accessible_name(password)
        return self

    def expect_purpose(self, text: str | re.Pattern[str]) -> Self:
        """The page says on whose behalf the person logs in."""
        expect(self.page.get_by_role("main").get_by_role("paragraph").filter(has_text=text)).to_be_visible()
        return self

    def fill_credentials(self, number: str, password: str) -> None:
        """Type both fields."""
        self._number.fill(number)
        self._password.fill(password)

    def submit(self, then: type[P]) -> P:
        """Log in; for a trusted profile the bank's confirmation comes, for mojeID its consent."""
        self._log_in.click()
        return then(self.page)

    def submit_wrong(self) -> Self:
        """Log in with something that the bank refuses: its page comes again, without the password."""
        self._log_in.click()
        expect(self._password).to_have_value("")
        return self

    def submit_cancel(self, then: type[P]) -> P:
        """Give up; back to who asked."""
        self.page.get_by_role("button", name="Anuluj").click()
        return then(self.page)

    @property
    def _number(self) -> Locator:
        return self.page.locator("[autocomplete=username]")

    @property
    def _password(self) -> Locator:
        return self.page.locator("[autocomplete=current-password]")

    @property
    def _log_in(self) -> Locator:
        return self.page.get_by_role("button", name="Zaloguj się")
