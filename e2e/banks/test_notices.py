"""Cancel, error and outage come back with a notice, no session, and every other way open."""

import allure
import pytest

from e2e.institutions import TRUSTED_PROFILE_BANKS
from fixtures.account import Account
from fixtures.people import Person
from fixtures.trouble import begin_outage, end_outage
from fixtures.world import WorldControl
from pages.banks.confirmation import BankConfirmPage
from pages.banks.login import BankLoginPage
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login.refused import BrokenPage
from pages.mojeid.banks import MojeIdBanksPage
from pages.pz.confirming import SmsDialog
from pages.pz.login import LoginPage

pytestmark = allure.epic("Banks")


def expect_usable(login: LoginPage, person: Person) -> None:
    """Another bank and the password are still open."""
    profile = person.trusted_profile
    assert profile
    login.expect_banks(list(TRUSTED_PROFILE_BANKS.values()))
    login.choose_bank("Alior Bank", BankLoginPage).expect_bank("Alior Bank").submit_cancel(LoginPage)
    login.fill_credentials(profile.username, profile.password)
    login.submit(SmsDialog)


@pytest.mark.behaviour("bank.notice", "redirect.cancel")
@pytest.mark.devices("computer", "pixel")
def test_cancel_at_the_bank_login_comes_back_to_the_trusted_profile(
    hub: MethodsPage, person: Person, account: Account
) -> None:
    login = hub.choose("trusted_profile", LoginPage)
    back = login.choose_bank("ING", BankLoginPage).submit_cancel(LoginPage)
    back.expect_notice("Anulowano logowanie przez bank")
    account.expect_closed(hub.page.context)
    expect_usable(back, person)


@pytest.mark.behaviour("bank.notice", "redirect.cancel")
def test_cancel_after_the_bank_login_hands_nothing_over(hub: MethodsPage, person: Person, account: Account) -> None:
    customer = person.bank_customers["ing"]
    bank = hub.choose("trusted_profile", LoginPage).choose_bank("ING", BankLoginPage)
    bank.fill_credentials(customer.number, customer.password)
    back = bank.submit(BankConfirmPage).submit_cancel(LoginPage).expect_notice("Anulowano logowanie przez bank")
    account.expect_closed(hub.page.context)
    expect_usable(back, person)


@pytest.mark.behaviour("bank.notice")
@pytest.mark.unwatched("server_errors", reason="a bank that is out is its subject")
def test_a_bank_that_is_out_is_told_and_the_others_work(
    hub: MethodsPage, person: Person, world: WorldControl, account: Account
) -> None:
    begin_outage(world, "ing")
    login = hub.choose("trusted_profile", LoginPage)
    login.choose_bank("ING", LoginPage).expect_notice("Wybrany bank lub dostawca jest teraz niedostępny")
    account.expect_closed(hub.page.context)
    expect_usable(login, person)


@pytest.mark.behaviour("bank.notice")
@pytest.mark.unwatched("server_errors", reason="a bank that is out is its subject")
def test_a_bank_that_fails_in_the_middle_opens_nothing(
    hub: MethodsPage, person: Person, world: WorldControl, account: Account
) -> None:
    customer = person.bank_customers["ing"]
    bank = hub.choose("trusted_profile", LoginPage).choose_bank("ING", BankLoginPage)
    bank.fill_credentials(customer.number, customer.password)
    confirm = bank.submit(BankConfirmPage)
    address = confirm.page.url
    begin_outage(world, "ing")
    confirm.submit_confirm(BrokenPage)
    account.expect_closed(hub.page.context)
    end_outage(world, "ing")
    confirm.page.goto(address)
    BankConfirmPage(confirm.page).submit_confirm(ConsentPage)


@pytest.mark.behaviour("bank.notice")
@pytest.mark.unwatched("server_errors", reason="a bank that is out is its subject")
def test_a_bank_of_mojeid_that_is_out_is_told_and_the_others_work(
    hub: MethodsPage, world: WorldControl, account: Account
) -> None:
    begin_outage(world, "ing")
    banks = hub.choose("mojeid", MojeIdBanksPage).choose_unavailable_bank("ING Bank Śląski")
    banks.expect_notice("ING Bank Śląski: bank jest teraz niedostępny")
    account.expect_closed(hub.page.context)
    banks.choose_bank("mBank").expect_bank("mBank").submit_cancel(MojeIdBanksPage)
    end_outage(world, "ing")
    banks.choose_bank("ING Bank Śląski").expect_bank("ING Bank Śląski")
