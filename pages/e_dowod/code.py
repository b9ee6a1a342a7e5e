"""The page with the code for the eDO App."""

import re

from playwright.sync_api import Locator, expect

from ..base import P
from ..qr import QrPage


class EdoAppCodePage(QrPage):
    """The QR (wide) and the number beneath it; the page moves on by itself."""

    heading = "Zaloguj się aplikacją eDO App"
    qr_name = "Kod QR do zeskanowania aplikacją eDO App"

    @property
    def number(self) -> Locator:
        """The number beneath the QR."""
        return self.page.get_by_role("status", name=self.say("Numer do wpisania w aplikacji"))

    def choose_new_code(self) -> "EdoAppCodePage":
        """A fresh code; the old one dies."""
        self.page.get_by_role("button", name=self.say("Odśwież kod")).click()
        return EdoAppCodePage(self.page)

    def choose_cancel(self, then: type[P]) -> P:
        """Give up; the asking site shows its own page."""
        self.page.get_by_role("button", name=self.say("Anuluj")).click()
        return then(self.page)

    def expect_code_read(self) -> None:
        """The page knows that the app has the code."""
        self.expect_notice("Kod odczytany")
        expect(self.number).to_have_count(0)

    def expect_code_expired(self) -> None:
        """The page hides the dead code and offers a new one."""
        self.expect_notice(re.compile("stracił ważność"))
        expect(self.number).to_have_count(0)
        expect(self.page.get_by_role("button", name=self.say("Odśwież kod"))).to_be_visible()
