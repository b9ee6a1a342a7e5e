"""The new login page: who asks, and four ways to prove who one is."""

from playwright.sync_api import Locator, Page, expect

from pages.base import P, TrilingualPage
from pages.texts import Name

TILES = {
    "trusted_profile": "Profil zaufany",
    "mojeid": Name("mojeID"),
    "id_card": Name("e-dowód"),
    "mobywatel": "Aplikacja mObywatel",
}
"""The four tiles, by method, each by the beginning of its accessible name."""


class MethodsPage(TrilingualPage):
    """Tiles are links to assistive technology (the real page's are ``<button role="link">``)."""

    heading = "Wybierz sposób logowania"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.tiles = page.get_by_role("region", name=self.say("Sposoby logowania")).get_by_role("link")
        self.icons = self.tiles.get_by_test_id("icon")
        last = page.get_by_role("region", name=self.say("Ostatnio wybrany sposób logowania"))
        self.last_used = last.get_by_role("link")
        self.cookie_banner = page.get_by_role("region", name=self.say("Ciasteczka"))

    def tile(self, method: str) -> Locator:
        """The tile of a method."""
        return self.tiles.filter(has_text=self.told(TILES[method]))

    def expect_service(self, name: str) -> "MethodsPage":
        """The page says who asks."""
        expect(self.page.get_by_text(self.say("Logujesz się do: {service}", service=name))).to_be_visible()
        return self

    def expect_all_methods(self) -> "MethodsPage":
        """Every method is offered, in the page's order, and nothing covers it."""
        expect(self.tiles).to_contain_text([self.told(label) for label in TILES.values()])
        for method in TILES:
            self.tile(method).click(trial=True)
        return self

    def choose_cookies(self) -> "MethodsPage":
        """Take the banner away that may cover the tiles."""
        self.cookie_banner.get_by_role("button", name=self.say("Akceptuję")).click()
        return self.expect_no_banner()

    def expect_no_banner(self) -> "MethodsPage":
        """The banner is gone."""
        expect(self.cookie_banner).to_be_hidden()
        return self

    def choose(self, method: str, then: type[P]) -> P:
        """Choose a method by its tile."""
        self.tile(method).click()
        return then(self.page)

    def choose_last_used(self, then: type[P]) -> P:
        """Choose what was chosen last time."""
        self.last_used.click()
        return then(self.page)

    def choose_cancel(self, then: type[P]) -> P:
        """Give up and return to where one came from."""
        self.page.get_by_role("button", name=self.say("Anuluj")).click()
        return then(self.page)
