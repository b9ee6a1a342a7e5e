"""What the hub says to a request that it will not take."""

from playwright.sync_api import expect

from pages.base import BasePage


class RequestRefusedPage(BasePage):
    """For the service's administrator: what did not match, and what came nearest."""

    heading = "Nieprawidłowe żądanie logowania"

    def expect_reason(self, text: str) -> None:
        """The reason contains this text."""
        expect(self.page.get_by_test_id("saml-refusal")).to_contain_text(text)


class UsedPage(BasePage):
    """A login that has ended already."""

    heading = "Ten proces logowania został już użyty"


class TooLatePage(BasePage):
    """A login that was left lying too long."""

    heading = "Czas na logowanie minął"


class ForeignLoginPage(BasePage):
    """A login that began in another browser."""

    heading = "To nie jest Twoje logowanie"


class NoSuchPage(BasePage):
    """Nothing is there, or nothing for this person."""

    heading = "Nie ma takiej strony"


class BrokenPage(BasePage):
    """A site that is out."""

    heading = "Serwis jest chwilowo niedostępny"
