"""Somebody who founds a trusted profile, step by step and without a screen."""

from dataclasses import dataclass

from fixtures.http_page import HttpPage
from mock_server.kernel.people import Person
from tests.pz.scene import PZ, PzScene

PASSWORD = "Zielona-2026-łąka"


@dataclass
class Founder:
    """Who has everything but the profile, unless a test gives one back."""

    scene: PzScene
    username: str = "nowa.nazwa"

    def __post_init__(self) -> None:
        self.person.trusted_profile = None

    @property
    def person(self) -> Person:
        return self.scene.person

    def begin(self, start: str = "/ui/au/register") -> HttpPage:
        return self.scene.browser.get(f"{PZ}{start}")

    def choose(self, page: HttpPage, bank: str = "ing") -> HttpPage:
        return self.scene.browser.post(f"{page.url}/bank", bank=bank)

    def log_in_at(self, page: HttpPage, bank: str = "ing") -> HttpPage:
        """As far as the bank's question."""
        customer = self.person.bank_customers[bank]
        return self.scene.browser.post(f"{page.flow}/logowanie", number=customer.number, password=customer.password)

    def identified(self, bank: str = "ing", page: HttpPage | None = None) -> HttpPage:
        """What pz.gov.pl makes of the bank's answer."""
        at_bank = self.log_in_at(self.choose(page or self.begin(), bank), bank)
        return self.scene.browser.post(f"{at_bank.flow}/potwierdzenie")

    def choose_credentials(self, data: HttpPage, **other: str) -> HttpPage:
        typed = {"username": self.username, "password": PASSWORD, "password_again": PASSWORD}
        return self.scene.browser.post(data.url, **typed | other)

    def asked_for_code(self, bank: str = "ing") -> HttpPage:
        return self.choose_credentials(self.identified(bank))

    def founded(self, bank: str = "ing") -> HttpPage:
        return self.scene.type_code(self.asked_for_code(bank), self.scene.code)
