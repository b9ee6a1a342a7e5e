"""The front page, with both ways in."""

from playwright.sync_api import Page, expect

from pages.base import BasePage, BilingualPage, P
from pages.pacjent.articles import AnnouncementPage, NewsPage


class PortalPage(BilingualPage):
    """pacjent.gov.pl as a visitor meets it."""

    heading = "Zdrowie w jednym miejscu"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.menu = LoginMenu(self)

    def choose_banner(self, then: type[P]) -> P:
        """Log in by the banner."""
        self.page.get_by_role("main").get_by_role("link", name=self.say("Logowanie na IKP")).click()
        return then(self.page)

    def choose_announcement(self) -> AnnouncementPage:
        """Read the announcement."""
        self.page.get_by_role("main").get_by_role("link", name=self.told(AnnouncementPage.heading)).click()
        return AnnouncementPage(self.page)

    def choose_all_news(self) -> NewsPage:
        """See every article."""
        self.page.get_by_role("link", name=self.say("Wszystkie aktualności")).click()
        return NewsPage(self.page)


class LoginMenu:
    """“Zaloguj się” at the top right of every page of the portal."""

    def __init__(self, on: BasePage) -> None:
        self.on = on
        self.root = on.page.get_by_role("banner").get_by_role("group")
        self.entries = self.root.get_by_role("link")

    def choose_open(self) -> "LoginMenu":
        """Open the menu."""
        self.root.get_by_text(self.on.say("Zaloguj się"), exact=True).click()
        expect(self.entries.first).to_be_visible()
        return self

    def choose_ikp(self, then: type[P]) -> P:
        """“Zaloguj się na IKP”, in the opened menu."""
        return self._choose("Zaloguj się na IKP", then)

    def choose_mojeikp(self, then: type[P]) -> P:
        """“Zaloguj się do mojeIKP”, in the opened menu."""
        return self._choose("Zaloguj się do mojeIKP", then)

    def expect_closed(self) -> None:
        """Nothing of the menu shows but its name."""
        expect(self.entries.first).to_be_hidden()

    def _choose(self, name: str, then: type[P]) -> P:
        self.entries.filter(has_text=self.on.say(name)).click()
        return then(self.on.page)
