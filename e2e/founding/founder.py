"""Somebody who founds a profile without a screen: each step leaves its page in front of the browser."""

from dataclasses import dataclass
from urllib.parse import urljoin

from e2e.institutions import TRUSTED_PROFILE_BANKS
from fixtures.control_phone import ControlPhone
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.world import WorldControl
from pages.login.methods import TILES
from pages.pz.confirming import SmsDialog
from pages.pz.founding import FoundingDataPage, FoundingPage

USERNAME, PASSWORD = "moja.nazwa-1", "Zielona łąka 2026"
FOUND, CONFIRM_DATA = FoundingPage.heading, "Potwierdzam dane"
NOTICE, ALERT = "//*[@role='status'][contains(@class, 'notice')]", "//main//*[@role='alert']"
BANK = "ing"
BOTH_WAYS = ("bank", "password")
"""How one logs in with the profile."""


@dataclass
class Founder:
    """A person, and the browser in which they found a profile."""

    world: WorldControl
    browser: HttpBrowser
    person: Person

    def follow(self, link: str) -> None:
        """Follow a link of the page."""
        found = self.browser.page.xpath("//main//a[normalize-space()=$link]/@href", link=link)
        assert len(found) == 1, f"{len(found)} links “{link}” on “{self.browser.heading}”"
        self.browser.open(urljoin(self.browser.address, str(found[0])))

    def open(self) -> None:
        """Open the institutions, from the front page."""
        self.browser.open(self.world.url("pz"))
        self.follow(FOUND)

    def go_to_login(self) -> None:
        """Begin a login to IKP, and choose the trusted profile."""
        self.browser.open(self.world.url("ikp", "/zaloguj")).press(TILES["trusted_profile"])

    def go_to_bank(self, bank: str = BANK) -> None:
        """Choose an institution."""
        self.browser.press(TRUSTED_PROFILE_BANKS[bank])

    def log_in_at_bank(self, bank: str = BANK) -> None:
        """Log in there, as far as its question."""
        customer = self.world.person(self.person.pesel).bank_customers[bank]
        self.browser.press("Zaloguj się", number=customer.number, password=customer.password)

    def be_identified(self, bank: str = BANK) -> None:
        """Let an institution say who one is."""
        self.go_to_bank(bank)
        self.log_in_at_bank(bank)
        self.browser.press("Potwierdzam")

    def choose(self, username: str = USERNAME, password: str = PASSWORD, again: str | None = None) -> None:
        """Choose user name and password."""
        self.browser.press(
            CONFIRM_DATA, username=username, password=password, password_again=password if again is None else again
        )

    def give_code(self, code: str | None = None) -> None:
        """Give the code of the newest SMS, unless told another."""
        self.browser.press("Potwierdź", code=code or self.code)

    @property
    def code(self) -> str:
        """The code of the newest SMS."""
        assert self.world.inbox(self.person).sms, f"no SMS has come, and the page says “{self.browser.heading}”"
        return ControlPhone(self.world, self.person).read_sms().code

    def ask_for_code(self, bank: str = BANK) -> None:
        """From the front page to the code."""
        self.open()
        self.be_identified(bank)
        self.choose()
        self.expect_at(SmsDialog.heading)

    def found(self, bank: str = BANK) -> None:
        """The whole way, from the front page."""
        self.ask_for_code(bank)
        self.give_code()
        assert self.world.person(self.person.pesel).trusted_profile

    def log_in(self, way: str, bank: str = BANK) -> None:
        """At the trusted profile's page: log in by an institution, or by the password and a code."""
        if way == "bank":
            self.be_identified(bank)
            return
        self.browser.press("Zaloguj się", username=USERNAME, password=PASSWORD)
        if self.browser.heading == SmsDialog.heading:
            self.give_code()

    def expect_at(self, heading: object) -> None:
        """The page of this heading is in front."""
        assert self.browser.heading == heading

    def expect_told(self, text: str) -> None:
        """The page tells this in its notice."""
        told = self.browser.seen.texts(NOTICE)
        assert len(told) == 1
        assert text in told[0]

    def expect_nothing_founded(self) -> None:
        """There is no profile, and no code on its way."""
        assert self.world.person(self.person.pesel).trusted_profile is None
        assert self.world.inbox(self.person).sms == []

    def expect_data_asked(self) -> None:
        """The data are shown, and user name and password asked for."""
        self.expect_at(FoundingDataPage.heading)
