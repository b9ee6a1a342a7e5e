"""What the footer of a public site leads to."""

from typing import TypeVar

from pages.base import BasePage, P
from pages.languages import THREE, TWO

A = TypeVar("A", bound="AboutPage")


class AboutPage(BasePage):
    """One of its four pages, on whichever site."""

    spoken = (TWO, THREE)
    heading: str

    def choose_back(self, then: type[P]) -> P:
        """“Wróć do poprzedniej strony”."""
        self.page.get_by_role("link", name=self.say("Wróć do poprzedniej strony")).click()
        return then(self.page)


class AccessibilityPage(AboutPage):
    """How accessible the site is."""

    heading = "Deklaracja dostępności"


class TermsPage(AboutPage):
    """What the site is, and how it may be used."""

    heading = "Regulamin serwisu"


class PrivacyPage(AboutPage):
    """What is remembered, and until when."""

    heading = "Polityka prywatności"


class HelpPage(AboutPage):
    """How one logs in by each method."""

    heading = "Pomoc w logowaniu"


class Footer:
    """The end of every page of a public site."""

    def __init__(self, on: BasePage) -> None:
        self.on = on
        self.root = on.page.get_by_role("contentinfo")

    def choose(self, then: type[A]) -> A:
        """Go to one of the four pages."""
        self.root.get_by_role("link", name=self.on.say(then.heading), exact=True).click()
        return then(self.on.page)
