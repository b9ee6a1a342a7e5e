"""The app before it opens: its start, a new PIN, the PIN."""

from playwright.sync_api import Page

from pages.base import BilingualPage, P
from pages.mojeikp.home import HomePage
from pages.texts import Name


class StartPage(BilingualPage):
    """The app's first screen."""

    heading = Name("mojeIKP")

    def choose_login(self, then: type[P]) -> P:
        """Confirm the identity at login.gov.pl."""
        self.page.get_by_role("link", name=self.say("Zaloguj się"), exact=True).click()
        return then(self.page)

    def choose_pin(self) -> "PinPage":
        """Log in by this device's PIN."""
        self.page.get_by_role("link", name=self.say("Zaloguj się PIN-em")).click()
        return PinPage(self.page)

    def choose_login_without_pin(self, then: type[P]) -> P:
        """Confirm the identity anew although the device has a PIN."""
        self.page.get_by_role("link", name=self.say("Zaloguj się przez login.gov.pl")).click()
        return then(self.page)


class SetPinPage(BilingualPage):
    """A PIN for this device, typed twice."""

    heading = "Ustaw PIN"
    pin_label = "Nowy PIN"
    again_label = "Powtórz PIN"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.pin = page.get_by_label(self.say(self.pin_label), exact=True)
        self.again = page.get_by_label(self.say(self.again_label), exact=True)

    def submit_pins(self, pin: str, again: str) -> None:
        """Type two PINs, whatever the page says to them."""
        self.pin.fill(pin)
        self.again.fill(again)
        self.page.get_by_role("button", name=self.say("Zapisz PIN")).click()

    def submit_pin(self, pin: str, then: type[P]) -> P:
        """Set the PIN, and go where the login was to lead."""
        self.submit_pins(pin, pin)
        return then(self.page)

    def submit_to_home(self, pin: str) -> HomePage:
        """Set the PIN, and meet the account."""
        return self.submit_pin(pin, HomePage)


class PinPage(BilingualPage):
    """The app asks for this device's PIN."""

    heading = "Podaj PIN"
    pin_label = Name("PIN")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.pin = page.get_by_label(self.say(self.pin_label), exact=True)

    def submit_pin(self, pin: str, then: type[P]) -> P:
        """Type a PIN, and land on that page: an account page, or this one anew."""
        self.pin.fill(pin)
        self.page.get_by_role("button", name=self.say("Zaloguj się")).click()
        return then(self.page)

    def choose_login_without_pin(self, then: type[P]) -> P:
        """Confirm the identity anew."""
        self.page.get_by_role("link", name=self.told("Nie pamiętam PIN-u")).click()
        return then(self.page)
