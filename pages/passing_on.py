"""The page between two sites: a form that sends itself, with a button for who has no scripts."""

from playwright.sync_api import expect

from pages.base import AnySitePage


class PassingOnPage(AnySitePage):
    """On to the next site."""

    heading = "Przekierowanie"

    def choose_on(self) -> None:
        """“Dalej”."""
        button = self.page.get_by_role("button", name=self.say("Dalej"))
        expect(button).to_be_visible()
        with self.page.expect_navigation():
            button.click()
