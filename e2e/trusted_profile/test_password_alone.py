"""The password alone opens nothing, and a login given up is over."""

import allure
import httpx
import pytest

from e2e.trusted_profile.asked import ask_for_code, submit_password
from fixtures.account import Account
from fixtures.by_hand import ByHand
from fixtures.people import Confirmation, PersonMaker
from fixtures.phone import Phone
from fixtures.world import WorldControl
from pages.banks.confirmation import BankConfirmPage
from pages.banks.login import BankLoginPage
from pages.base import BasePage
from pages.ikp.entrance import StartPage
from pages.login.methods import MethodsPage
from pages.pz.confirming import PushWaitPage, SmsDialog
from pages.pz.front import FrontPage
from pages.pz.login import LoginPage

pytestmark = allure.epic("Profil zaufany")

STEPS: dict[Confirmation, type[BasePage]] = {Confirmation.SMS: SmsDialog, Confirmation.PUSH: PushWaitPage}


@pytest.mark.behaviour("session.half_done")
@pytest.mark.parametrize("confirmation", list(Confirmation))
@pytest.mark.devices("computer", "pixel")
def test_a_password_without_its_confirmation_opens_nothing(
    hub: MethodsPage,
    make_person: PersonMaker,
    world: WorldControl,
    account: Account,
    by_hand: ByHand,
    confirmation: Confirmation,
) -> None:
    step = submit_password(hub, make_person(confirmation=confirmation), STEPS[confirmation])
    context = step.page.context
    with step.in_another_tab():
        account.expect_closed(context)
    own = by_hand.send(by_hand.write("GET", world.url("pz", "/account"), like=context))
    assert own.status_code == httpx.codes.UNAUTHORIZED
    step.page.goto(world.url("ikp"))
    StartPage(step.page).choose_login(MethodsPage)


@pytest.mark.behaviour("session.half_done")
def test_the_own_account_stays_closed_until_the_code(
    phone: Phone, world: WorldControl, hub: MethodsPage, by_hand: ByHand
) -> None:
    profile = phone.person.trusted_profile
    assert profile
    sign_in = FrontPage.goto(hub.page, world.url("pz")).choose_sign_in()
    sign_in.fill_credentials(profile.username, profile.password)
    dialog = sign_in.submit(SmsDialog)
    for path in ("/account", "/account/profile/details", "/account/profile/method"):
        answer = by_hand.send(by_hand.write("GET", world.url("pz", path), like=dialog.page.context))
        assert answer.status_code == httpx.codes.UNAUTHORIZED
    dialog.submit_cancel(FrontPage).expect_notice("Anulowano logowanie")


@pytest.mark.behaviour("session.half_done")
def test_a_bank_that_was_not_told_to_hand_over_opens_nothing(hub: MethodsPage, phone: Phone, account: Account) -> None:
    customer = phone.person.bank_customers["ing"]
    bank = hub.choose("trusted_profile", LoginPage).choose_bank("ING", BankLoginPage)
    bank.fill_credentials(customer.number, customer.password)
    account.expect_closed(bank.submit(BankConfirmPage).page.context)


@pytest.mark.behaviour("redirect.cancel", "session.half_done")
def test_a_cancelled_login_returns_to_the_methods_and_its_code_is_dead(
    hub: MethodsPage, phone: Phone, account: Account, by_hand: ByHand
) -> None:
    dialog = ask_for_code(hub, phone.person)
    step, context = dialog.page.url, dialog.page.context
    dialog.submit_cancel(MethodsPage).expect_notice("Logowanie zostało przerwane").expect_all_methods()
    late = by_hand.send(by_hand.write("POST", f"{step}/code", like=context, form={"code": phone.read_sms().code}))
    assert late.status_code == httpx.codes.GONE
    account.expect_closed(context)


@pytest.mark.behaviour("redirect.cancel")
def test_cancel_at_the_password_returns_to_the_methods(hub: MethodsPage, account: Account) -> None:
    login = hub.choose("trusted_profile", LoginPage)
    login.submit_cancel(MethodsPage).expect_notice("Logowanie zostało przerwane").expect_all_methods()
    account.expect_closed(hub.page.context)
