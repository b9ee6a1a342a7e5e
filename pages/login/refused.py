"""What the hub says to a request that it will not take."""

from playwright.sync_api import Page, expect

from pages.base import AnySitePage, P, TrilingualPage


class RequestRefusedPage(TrilingualPage):
    """For the service's administrator: what did not match, and what came nearest."""

    heading = "Nieprawidłowe żądanie logowania"


class _OverPage(AnySitePage):
    """A login that cannot go on."""

    def choose_service(self, service: str, then: type[P]) -> P:
        """“Wróć do serwisu …”, where the person was going."""
        self.page.get_by_role("link", name=self.say("Wróć do serwisu {service}", service=service), exact=True).click()
        return then(self.page)


class UsedPage(_OverPage):
    """A login that has ended already."""

    heading = "Ten proces logowania został już użyty"

    def __init__(self, page: Page) -> None:
        """It has a way on."""
        super().__init__(page)
        self._to_portal = page.get_by_role("link", name=self.say("Przejdź do pacjent.gov.pl"))
        expect(self._to_portal).to_be_visible()

    def choose_portal(self, then: type[P]) -> P:
        """“Przejdź do pacjent.gov.pl”, to begin again."""
        self._to_portal.click()
        return then(self.page)


class TooLatePage(_OverPage):
    """A login that was left lying too long."""

    heading = "Czas na logowanie minął"


class PushedOutPage(AnySitePage):
    """A login that had to make room for others."""

    heading = "Zbyt wiele logowań naraz"


class ForeignLoginPage(AnySitePage):
    """A login that began in another browser."""

    heading = "To nie jest Twoje logowanie"


class NoSuchPage(AnySitePage):
    """Nothing is there, or nothing for this person."""

    heading = "Nie ma takiej strony"

    def choose_start(self, site: str, then: type[P]) -> P:
        """“Przejdź do strony głównej: …”, of the site that was asked."""
        self.page.get_by_role("link", name=self.say("Przejdź do strony głównej: {site}", site=site), exact=True).click()
        return then(self.page)


class NotThisWayPage(AnySitePage):
    """The address of a form, which is not opened but sent."""

    heading = "Tej strony nie można tak otworzyć"


class BrokenPage(AnySitePage):
    """A site that is out."""

    heading = "Serwis jest chwilowo niedostępny"
