"""The eDO App on the phone: taking up a code and agreeing to the login."""

import re

from playwright.sync_api import Page, expect

from ..base import BasePage, P
from .card import EdoCanPage


class EdoDeclinedPage(BasePage):
    """Nothing was sent."""

    heading = "Logowanie odrzucone"


class EdoDetailsPage(BasePage):
    """Who asks, when, and what will be sent."""

    heading = "Szczegóły logowania"

    def expect_service(self, name: str) -> None:
        """The service that asks is named."""
        expect(self.page.get_by_role("definition").filter(has_text=name)).to_be_visible()

    def expect_data(self, *items: str) -> None:
        """Exactly this will be sent."""
        expect(self.page.get_by_role("list", name="Dane, które przekażesz").get_by_role("listitem")).to_have_text(items)

    def choose_confirm(self) -> EdoCanPage:
        """POTWIERDZAM."""
        return self.choose_confirm_too_late(EdoCanPage)

    def choose_confirm_too_late(self, then: type[P]) -> P:
        """POTWIERDZAM for a code that died meanwhile leads to ``EdoRefusedPage``."""
        self.page.get_by_role("button", name="POTWIERDZAM").click()
        return then(self.page)

    def choose_decline(self) -> EdoDeclinedPage:
        """Refuse."""
        self.page.get_by_role("button", name="Odrzuć").click()
        return EdoDeclinedPage(self.page)


class EdoScanPage(BasePage):
    """The camera is open."""

    heading = "Zeskanuj kod QR"

    def deliver(self, text: str) -> EdoDetailsPage:
        """The phone's camera has decoded a code of ours."""
        self._deliver(text)
        return EdoDetailsPage(self.page)

    def deliver_refused(self, text: str) -> "EdoScanPage":
        """The phone's camera has decoded something that the app refuses."""
        self._deliver(text)
        return EdoScanPage(self.page)

    def _deliver(self, text: str) -> None:
        with self.page.expect_navigation():
            self.page.evaluate("text => { dispatchEvent(new CustomEvent('camera', { detail: text })) }", text)


class EdoNumberPage(BasePage):
    """Type the number that is beneath the QR."""

    heading = re.compile(r"^Wpisz numer$")

    def submit_number(self, number: str) -> EdoDetailsPage:
        """A live number."""
        return self._submit(number, EdoDetailsPage)

    def submit_refused_number(self, number: str) -> "EdoNumberPage":
        """A number that the app refuses."""
        return self._submit(number, EdoNumberPage)

    def _submit(self, number: str, then: type[P]) -> P:
        self.page.get_by_label("Numer", exact=True).fill(number)
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Dalej").click()
        return then(self.page)


class EdoHomePage(BasePage):
    """The app's first screen."""

    heading = "Zaloguj się e-dowodem"

    @classmethod
    def goto(cls, page: Page, address: str) -> "EdoHomePage":
        """Open the app at its address."""
        page.goto(address)
        return cls(page)

    def choose_scan(self) -> EdoScanPage:
        """Open the camera."""
        self.page.get_by_role("link", name="Zeskanuj kod QR").click()
        return EdoScanPage(self.page)

    def choose_number(self) -> EdoNumberPage:
        """Type a number instead."""
        self.page.get_by_role("link", name="Wpisz numer").click()
        return EdoNumberPage(self.page)
