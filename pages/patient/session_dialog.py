"""The warning before a session ends, the same in IKP and in mojeIKP."""

from playwright.sync_api import expect

from pages.base import BasePage


class SessionDialog:
    """Lies over any page of an account."""

    def __init__(self, on: BasePage) -> None:
        self.on = on
        self.root = on.page.get_by_role("dialog", name=on.say("Twoja sesja wkrótce wygaśnie"))
        self.extend = self.root.get_by_role("button", name=on.say("Przedłuż sesję"))
        self.left = self.root.get_by_role("time")

    def expect_warning(self) -> "SessionDialog":
        """The warning shows, and one press of a key extends the session."""
        expect(self.root).to_be_visible()
        expect(self.extend).to_be_focused()
        return self

    def expect_last_warning(self) -> "SessionDialog":
        """The warning shows, and the session cannot be extended any more."""
        expect(self.root).to_contain_text(self.on.told("Tej sesji nie można już przedłużyć"))
        expect(self.extend).to_be_hidden()
        return self

    def expect_none(self) -> None:
        """No warning shows."""
        expect(self.root).to_be_hidden()

    def choose_extend(self) -> None:
        """Stay signed in."""
        self.extend.click()
        self.expect_none()
