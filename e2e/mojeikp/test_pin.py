"""mojeIKP after the first login: the phone's own PIN."""

import allure
import pytest
from playwright.sync_api import Page

from fixtures.account import Account
from fixtures.breaking import Breaker
from fixtures.people import Person
from fixtures.start import PIN, open_mojeikp
from fixtures.world import WorldControl
from pages.ikp.entrance import SessionOverPage
from pages.login.methods import MethodsPage
from pages.mojeikp.entrance import PinPage, SetPinPage, StartPage
from pages.mojeikp.home import HomePage

pytestmark = [allure.epic("mojeIKP"), pytest.mark.devices("pixel", "iphone")]


@pytest.mark.behaviour("phone.pin")
def test_later_logins_need_the_pin_alone(page: Page, world: WorldControl, person: Person, account: Account) -> None:
    open_mojeikp(page, world, person).choose_logout(StartPage)
    account.at("mojeikp").expect_closed(page.context)
    home = StartPage(page).choose_pin().submit_pin(PIN, HomePage)
    home.expect_patient(person.full_name, person.pesel)
    account.at("mojeikp").expect_open(page.context, person.pesel)


@pytest.mark.behaviour("phone.pin")
def test_who_forgot_the_pin_proves_anew_who_they_are(
    page: Page, world: WorldControl, person: Person, account: Account
) -> None:
    open_mojeikp(page, world, person).choose_logout(StartPage)
    StartPage(page).choose_pin().choose_login_without_pin(MethodsPage)
    account.at("mojeikp").expect_closed(page.context)


@pytest.mark.behaviour("phone.pin")
def test_third_wrong_pin_makes_the_phone_a_stranger(
    page: Page, world: WorldControl, person: Person, account: Account
) -> None:
    open_mojeikp(page, world, person).choose_logout(StartPage)
    ask = StartPage(page).choose_pin()
    for wrong, left in ((f"{PIN[:-1]}1", 2), (f"{PIN[1:]}0", 1)):
        ask = ask.submit_pin(wrong, PinPage)
        ask.expect_field_error("PIN", f"Nieprawidłowy PIN. Pozostało prób: {left}.")
    ask = ask.submit_pin(PIN[:-1], PinPage)
    ask.expect_field_error("PIN", "PIN to dokładnie 4 cyfry.")
    start = ask.submit_pin("1359", StartPage).expect_notice("Trzy razy podano nieprawidłowy PIN")
    account.at("mojeikp").expect_closed(page.context)
    page.goto(world.url("mojeikp", "/pin"))
    StartPage(page)
    start.choose_login(MethodsPage)


@pytest.mark.behaviour("phone.pin")
def test_right_pin_after_two_wrong_ones_opens_and_clears_the_count(
    page: Page, world: WorldControl, person: Person
) -> None:
    open_mojeikp(page, world, person).choose_logout(StartPage)
    for _ in range(2):
        ask = StartPage(page).choose_pin()
        for wrong, left in (("1357", 2), ("1358", 1)):
            ask = ask.submit_pin(wrong, PinPage)
            ask.expect_field_error("PIN", f"Nieprawidłowy PIN. Pozostało prób: {left}.")
        ask.submit_pin(PIN, HomePage).choose_logout(StartPage)


@pytest.mark.behaviour("phone.pin")
def test_new_pin_must_be_typed_twice_alike_and_be_hard_to_guess(
    page: Page, world: WorldControl, person: Person, account: Account
) -> None:
    world.expect_login(person)
    page.goto(world.url("mojeikp", "/zaloguj"))
    new = SetPinPage(page)
    for pin, again, problem in (
        ("258", "258", "PIN to dokładnie 4 cyfry."),
        ("1111", "1111", "Ten PIN łatwo zgadnąć. Wybierz inny niż 1111 albo 1234."),
        ("2580", "2581", "PIN-y różnią się. Wpisz ten sam PIN w obu polach."),
        ("1234", "1234", "Ten PIN łatwo zgadnąć. Wybierz inny niż 1111 albo 1234."),
    ):
        new.submit_pins(pin, again)
        new.expect_field_error("Nowy PIN", f"{problem} 4 cyfry, które trudno zgadnąć")
    account.at("mojeikp").expect_closed(page.context)


@pytest.mark.behaviour("trouble.outage")
@pytest.mark.parametrize("out", ["pz", "login"])
def test_pin_opens_the_app_while_the_trusted_profile_is_down(
    page: Page, world: WorldControl, person: Person, breaker: Breaker, out: str
) -> None:
    open_mojeikp(page, world, person)
    world.advance(15 * 60)
    SessionOverPage(page)
    breaker.put_out(out)
    page.goto(world.url("mojeikp", "/konto"))
    PinPage(page).submit_pin(PIN, HomePage).expect_patient(person.full_name, person.pesel)
