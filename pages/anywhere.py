"""Whatever page comes, where somebody else says which it must be."""

import re

from playwright.sync_api import Page, expect

from pages.base import AnySitePage, language_on


class Anywhere(AnySitePage):
    """Asserts no arrival. Every page of a login can be cancelled."""

    def __init__(self, page: Page) -> None:
        self.page, self.language = page, language_on(page)

    def choose_cancel(self) -> None:
        """“Anuluj”."""
        self.page.get_by_role("button", name=self.say("Anuluj")).click()

    def choose_look_again(self) -> None:
        """The way on that a waiting page has for who has no scripts: to look whether something has happened."""
        look = self.page.get_by_role("main").get_by_role("link", name=self.told(re.compile("sprawdź", re.IGNORECASE)))
        expect(look).to_be_visible()
        look.scroll_into_view_if_needed()
        expect(look).to_be_in_viewport()
        look.click()
