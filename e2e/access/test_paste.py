"""Paste and password managers work: nothing stops a paste, and each field says what it is for."""

import allure
import pytest
from playwright.sync_api import Locator, Page, expect

from fixtures.people import Person
from fixtures.phone import Phone
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.banks.login import BankLoginPage
from pages.e_dowod.login import IdCardPage
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.mobywatel.app import ConsentScreen
from pages.mojeid.banks import MojeIdBanksPage
from pages.mojeikp.entrance import PinPage, SetPinPage, StartPage
from pages.mojeikp.home import HomePage
from pages.pz.confirming import SmsDialog
from pages.pz.front import FrontPage
from pages.pz.login import LoginPage

pytestmark = [
    allure.epic("Every page for everybody"),
    pytest.mark.behaviour("access.paste"),
    pytest.mark.every_engine,
]


def paste(field: Locator, text: str) -> None:
    """Copy a text somewhere else in the page, and paste it here over what is there."""
    page = field.page
    page.evaluate(
        "text => document.body.prepend(Object.assign(document.createElement('textarea'), {value: text}))", text
    )
    carrier = page.locator("body > textarea")
    carrier.focus()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.press("ControlOrMeta+C")
    carrier.evaluate("carrier => carrier.remove()")
    field.focus()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.press("ControlOrMeta+V")
    expect(field).to_have_value(text.strip("\n"))


def test_password_and_sms_code_can_be_pasted_with_blanks_around_the_code(
    hub: MethodsPage, person: Person, phone: Phone
) -> None:
    page, profile = hub.page, person.trusted_profile
    assert profile
    login = hub.choose("trusted_profile", LoginPage)
    paste(page.get_by_label("Nazwa użytkownika"), profile.username)
    paste(page.get_by_label("Hasło"), profile.password)
    dialog = login.submit(SmsDialog)
    paste(page.get_by_label("Kod SMS"), f" {phone.read_sms().code} ")
    dialog.submit(ConsentPage)


def test_login_code_can_be_pasted_into_the_app_with_blanks_around_it(hub: MethodsPage, phone: Phone) -> None:
    shown = hub.choose("mobywatel", CodePage).code.text_content()
    typed = phone.log_in().choose_qr().choose_type()
    paste(typed.code, f"  {shown} ")
    typed.submit_refused()
    ConsentScreen(typed.page)


def test_bank_password_can_be_pasted_and_filled_in(hub: MethodsPage) -> None:
    login: BankLoginPage = hub.choose("mojeid", MojeIdBanksPage).choose_bank("mBank")
    paste(login.page.get_by_label("Identyfikator"), "12345678")
    paste(login.page.get_by_label("Hasło"), "tajne hasło")
    expect_purpose(login.page, "Identyfikator", "username")
    expect_purpose(login.page, "Hasło", "current-password")


def test_fields_of_the_trusted_profile_say_what_they_are_for(page: Page, world: WorldControl, person: Person) -> None:
    profile = person.trusted_profile
    assert profile
    login = FrontPage.goto(page, world.url("pz")).choose_sign_in()
    expect_purpose(page, "Nazwa użytkownika", "username")
    expect_purpose(page, "Hasło", "current-password")
    login.fill_credentials(profile.username, profile.password)
    login.submit(SmsDialog)
    expect_purpose(page, "Kod SMS", "one-time-code")


def test_fields_of_the_apps_say_what_they_are_for(
    page: Page, world: WorldControl, person: Person, phone: Phone
) -> None:
    expect_purpose(phone.open_app().page, "Hasło do aplikacji", "current-password")
    world.expect_login(person)
    page.goto(world.url("mojeikp", "/zaloguj"))
    new_pin = SetPinPage(page)
    for label in (new_pin.pin_label, new_pin.again_label):
        expect_purpose(page, label, "new-password")
        paste(page.get_by_label(label, exact=True), "2580")
    new_pin.submit_to_home("2580").choose_logout(StartPage).choose_pin()
    expect_purpose(page, PinPage.pin_label, "current-password")
    paste(page.get_by_label(PinPage.pin_label, exact=True), "2580")
    PinPage(page).submit_pin("2580", HomePage)


def test_one_time_secrets_of_the_card_are_not_kept(page: Page, world: WorldControl, person: Person) -> None:
    card = person.id_card
    assert card
    can = open_hub(page, world).choose("id_card", IdCardPage).choose_reader().submit_card(card.number)
    paste(page.get_by_label("Numer CAN", exact=True), card.can)
    expect_purpose(page, "Numer CAN", "off")
    can.submit_can(card.can)
    paste(page.get_by_label("PIN1", exact=True), card.pin1)
    expect_purpose(page, "PIN1", "off")


def expect_purpose(page: Page, label: str, purpose: str) -> None:
    """A password manager finds this field by its purpose (WCAG 1.3.5), inside a form that it can send."""
    expect(page.get_by_label(label, exact=True)).to_have_attribute("autocomplete", purpose)
