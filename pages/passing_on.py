"""The page between two sites: a form that sends itself, with a button for who has no scripts."""

from pages.base import BasePage


class PassingOnPage(BasePage):
    """On to the next site."""

    heading = "Przekierowanie"

    def choose_on(self) -> None:
        """“Dalej”."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Dalej").click()
