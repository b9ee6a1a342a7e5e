"""What a bank has in its books is what it lists, and what it lists is what it hands over."""

from collections.abc import Callable

import allure
import pytest

from e2e.banks.by_hand import go_to_bank
from e2e.consented import consented
from e2e.founding.founder import Founder
from e2e.institutions import MOJEID_BANKS, TRUSTED_PROFILE_BANKS
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person, PersonMaker
from fixtures.world import WorldControl
from pages.mojeid.consent import MojeIdConsentPage
from pages.pz.founding import FoundingDataPage

pytestmark = [allure.epic("Banks"), pytest.mark.behaviour("consent.complete")]
BrowserMaker = Callable[[], HttpBrowser]
OLDER = "Panieńska"


def listed(browser: HttpBrowser) -> dict[str, str]:
    """The data on the page, by label."""
    return dict(zip(browser.seen.texts("//main//dt"), browser.seen.texts("//main//dd"), strict=True))


def in_books(world: WorldControl, person: Person, bank: str, name: str) -> dict[str, str]:
    """Let a bank know a person by this family name; what it is then to list."""
    world.change_person(person.pesel, bank_customers={bank: {"family_name": name}})
    return {str(label): told for label, told in consented(person).items()} | {"Nazwisko": name}


def test_each_bank_lists_its_own_books_and_hands_over_what_it_lists(
    world: WorldControl, make_person: PersonMaker, new_http_browser: BrowserMaker
) -> None:
    person = make_person(holdings=("banks", "mobywatel"))
    founder = Founder(world, new_http_browser(), person)
    for bank in TRUSTED_PROFILE_BANKS:
        books = in_books(world, person, bank, person.family_name.upper())
        founder.open()
        founder.go_to_bank(bank)
        founder.log_in_at_bank(bank)
        assert listed(founder.browser) == books, bank
        founder.browser.press("Potwierdzam")
        founder.expect_at(FoundingDataPage.heading)
        assert books.items() <= listed(founder.browser).items(), bank


@pytest.mark.unwatched("messages", reason="a bank whose books are older than the register is its subject")
def test_mojeid_lists_the_books_of_each_bank_and_hands_over_what_it_lists(
    world: WorldControl, person: Person, new_http_browser: BrowserMaker
) -> None:
    for bank in [bank for bank in MOJEID_BANKS if bank != "bps"]:
        books, customer = in_books(world, person, bank, OLDER), person.bank_customers[bank]
        browser = go_to_bank(new_http_browser(), world, bank, "mojeid")
        browser.submit("/logowanie", number=customer.number, password=customer.password)
        assert browser.heading == MojeIdConsentPage.heading
        assert listed(browser) == books, bank
        browser.press("Wyrażam zgodę")
        if browser.address != world.url("ikp", "/konto"):
            browser.post(browser.address, zgoda="tak")
        data = browser.read(world.url("ikp", "/api/konto")).json()
        assert data["family_name"] == OLDER, bank
