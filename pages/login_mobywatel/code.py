"""The page that shows the code: a QR on a wide screen, a text to copy on a narrow one."""

import re

from playwright.sync_api import Page, expect

from pages.base import P
from pages.qr import QrPage


class CodePage(QrPage):
    """Waits for the phone and moves on by itself."""

    heading = "Zaloguj się aplikacją mObywatel"
    qr_name = "Kod QR do zeskanowania aplikacją mObywatel"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.code = page.get_by_label(self.say("Kod do wpisania w aplikacji"))
        self.instructions = page.get_by_role("region", name=self.told("Instrukcja logowania")).get_by_role("listitem")
        self.by_hand = page.get_by_label(self.say("Kod do przeniesienia na telefon"))
        self.copy_tile = page.get_by_role("button", name=self.say("Skopiuj kod"))
        self.left = page.get_by_role("timer").get_by_role("time")
        self.refresh = page.get_by_role("button", name=self.told(re.compile("^Odśwież kod( QR)?$")))

    def expect_qr_only(self) -> "CodePage":
        """A wide screen shows the QR and its instructions, and no code to copy."""
        expect(self.qr).to_be_visible()
        expect(self.page.get_by_text(self.told("Zeskanuj telefonem kod z tej strony"))).to_be_visible()
        expect(self.copy_tile).to_be_hidden()
        return self

    def expect_qr_and_code(self) -> "CodePage":
        """A wide screen that is touched, a tablet's, shows the QR and the tile: the app may be on it."""
        expect(self.qr).to_be_visible()
        expect(self.copy_tile).to_be_visible()
        return self

    def expect_code_only(self) -> "CodePage":
        """A narrow screen shows the blue tile and its instructions, and no QR."""
        expect(self.copy_tile).to_be_visible()
        expect(self.copy_tile).to_have_css("background-color", "rgb(0, 82, 165)")
        expect(self.page.get_by_text(self.say("Wklej kod."))).to_be_visible()
        expect(self.qr).to_be_hidden()
        return self

    def choose_by_hand(self) -> "CodePage":
        """“Nie możesz zeskanować?”: the code itself opens, to be taken to the phone, and how."""
        expect(self.by_hand).to_be_hidden()
        self.page.get_by_text(self.say("Nie możesz zeskanować?")).click()
        expect(self.by_hand).to_be_visible()
        typing = "Na dole ekranu wybierz ikonę z kodem QR, potem „{label}”. Wklej tam skopiowany kod albo go przepisz."
        for step in (self.told("Wyślij go na swój telefon"), self.say(typing, label="Wpisz kod")):
            expect(self.page.get_by_role("listitem").filter(has_text=step)).to_be_visible()
        return self

    def expect_steps(self, where: str, count: int) -> "CodePage":
        """The instructions are those for this device, step by step, and no others show."""
        steps = self.page.get_by_role("region", name=self.told("Instrukcja logowania"))
        expect(steps).to_have_accessible_name(self.say(f"Instrukcja logowania na {where}"))
        expect(steps.get_by_role("listitem")).to_have_count(count)
        return self

    def choose_copy(self) -> None:
        """Tap the tile, so that the code is in the clipboard."""
        self.copy_tile.click()
        self.expect_notice("Kod skopiowany")

    def expect_expired(self) -> "CodePage":
        """The page says that the code is dead, shows none, and offers a new one."""
        self.expect_notice("Kod stracił ważność")
        expect(self.qr).to_be_hidden()
        expect(self.refresh).to_be_enabled()
        return self

    def expect_read(self) -> "CodePage":
        """The page knows that a phone has read the code."""
        self.expect_notice(re.compile("Kod odczytany"))
        return self

    def choose_refresh(self) -> "CodePage":
        """Ask for a new code."""
        with self.page.expect_navigation():
            self.refresh.click()
        return CodePage(self.page)

    def choose_cancel(self, then: type[P]) -> P:
        """Go back to the methods."""
        self.page.get_by_role("button", name=self.say("Anuluj")).click()
        return then(self.page)
