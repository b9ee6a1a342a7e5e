"""Whatever page comes, where somebody else says which it must be."""

from playwright.sync_api import Page

from pages.base import BasePage


class Anywhere(BasePage):
    """Asserts no arrival. Every page of a login can be cancelled."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def choose_cancel(self) -> None:
        """“Anuluj”."""
        self.page.get_by_role("button", name="Anuluj").click()
