"""Who a bank's customer is: the number counts at the bank that gave it, and so do wrong tries."""

from collections.abc import Callable

import allure
import pytest

from e2e.banks.by_hand import go_to_bank
from e2e.consented import consented
from fixtures.account import Account
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person, PersonMaker
from fixtures.world import WorldControl
from pages.banks.confirmation import BankConfirmPage
from pages.banks.login import BankLoginPage
from pages.login.methods import MethodsPage
from pages.mojeid.banks import MojeIdBanksPage
from pages.pz.login import LoginPage

pytestmark = allure.epic("Banks")

NUMBER, TRIES, LOCK = "20262026", 5, 600
WRONG, BLOCKED = "Nieprawidłowe dane logowania", "jest zablokowane do"


def rejected(http_browser: HttpBrowser, number: str, password: str = "Niepr4widłowe!") -> str:
    """Log in at the bank's page in front of the browser, and read the refusal."""
    http_browser.submit("/logowanie", number=number, password=password)
    return " ".join(str(text) for text in http_browser.page.xpath("//p[@role='alert']//text()"))


@pytest.mark.behaviour("bank.people")
def test_the_same_number_at_two_banks_is_two_people(
    hub: MethodsPage, make_person: PersonMaker, world: WorldControl
) -> None:
    people = {}
    for bank in ("mbank", "ing"):
        made = make_person()
        people[bank] = world.change_person(made.pesel, bank_customers={bank: {"number": NUMBER}})
    for bank, label in (("ing", "ING"), ("mbank", "mBank")):
        person, page = people[bank], hub.choose("trusted_profile", LoginPage).choose_bank(label, BankLoginPage)
        other = people["mbank" if bank == "ing" else "ing"].bank_customers
        page.fill_credentials(NUMBER, other["mbank" if bank == "ing" else "ing"].password)
        page.submit_wrong().expect_problem(WRONG)
        page.fill_credentials(NUMBER, person.bank_customers[bank].password)
        confirm = page.submit(BankConfirmPage)
        confirm.expect_data(consented(person))
        confirm.submit_cancel(LoginPage).submit_cancel(MethodsPage)


@pytest.mark.behaviour("lock.same", "lock.right", "lock.lasts")
def test_a_bank_locks_known_and_unknown_numbers_alike_for_ten_minutes_and_only_there(
    person: Person, world: WorldControl, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    world.freeze()
    known = person.bank_customers["mbank"]
    http_browsers = {number: go_to_bank(new_http_browser(), world, "mbank") for number in (known.number, "99999999")}
    for number in range(1, TRIES + 1):
        told = [rejected(http_browser, typed) for typed, http_browser in http_browsers.items()]
        assert told[0] == told[1]
        assert (BLOCKED if number == TRIES else WRONG) in told[0], f"try {number}"
    attacked = http_browsers[known.number]
    world.advance(LOCK - 1)
    assert BLOCKED in rejected(attacked, known.number, known.password)
    elsewhere, there = go_to_bank(new_http_browser(), world, "ing"), person.bank_customers["ing"]
    elsewhere.submit("/logowanie", number=there.number, password=there.password)
    assert elsewhere.heading == "Potwierdź przekazanie danych do profilu zaufanego"
    world.advance(1)
    attacked.submit("/logowanie", number=known.number, password=known.password)
    assert attacked.heading == "Potwierdź przekazanie danych do profilu zaufanego"


@pytest.mark.behaviour("bank.notice", "lock.same")
@pytest.mark.devices("computer", "iphone")
def test_a_wrong_password_at_a_bank_is_told_and_cancel_comes_back(
    hub: MethodsPage, person: Person, account: Account
) -> None:
    bank = hub.choose("mojeid", MojeIdBanksPage).choose_bank("Bank Millennium")
    bank.fill_credentials(person.bank_customers["millennium"].number, "Niepr4widłowe!")
    bank.submit_wrong().expect_problem("Sprawdź pola „MilleKod” i „Hasło 1”")
    account.expect_closed(hub.page.context)
    bank.submit_cancel(MojeIdBanksPage).expect_notice("Bank Millennium: logowanie w banku zostało anulowane")
