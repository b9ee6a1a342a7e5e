"""The eDO App: a QR or its number, the card at the phone, and the same three tries."""

import re
from collections.abc import Callable

import allure
import pytest
from playwright.sync_api import Page, expect

from e2e.consented import LABELS
from e2e.id_card import AS_TYPED, CODE_LIFE
from fixtures.account import Account
from fixtures.devices import COMPUTER, Device
from fixtures.http_browser import HttpBrowser
from fixtures.people import IdCard, Person
from fixtures.phone import Phone
from fixtures.start import IKP, open_hub
from fixtures.world import WorldControl
from pages.e_dowod.code import EdoAppCodePage
from pages.e_dowod.login import IdCardPage
from pages.edo_app.card import EdoCanPage, EdoCardPage, EdoPinPage, EdoRefusedPage
from pages.edo_app.confirming import EdoDeclinedPage, EdoHomePage
from pages.id_card.puk import PukPage
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage
from pages.login.refused import ForeignLoginPage

pytestmark = [allure.epic("e-dowód"), allure.feature("With the eDO App")]

GUESSES = 5
LOCK = 600
TO_BE_READ = re.compile("zeskanuj|przepisz|wpisz|ważny jeszcze", re.IGNORECASE)
"""Words that tell to do something with a code, or how long one can."""

OpenApp = Callable[[Phone], EdoHomePage]


@pytest.fixture
def code_page(login_page: IdCardPage) -> EdoAppCodePage:
    return login_page.choose_edo_app()


def wrong(number: str) -> str:
    return number[:-1] + str((int(number[-1]) + 1) % 10)


@pytest.mark.behaviour("id_card.ways", "id_card.checked", "id_card.tries", "consent.complete")
def test_qr_leads_to_the_account_after_wrong_can_and_wrong_pin(
    code_page: EdoAppCodePage, open_edo_app: OpenApp, phone: Phone, card: IdCard, account: Account
) -> None:
    details = open_edo_app(phone).choose_scan().deliver(phone.scan(code_page.page))
    details.expect_service(IKP)
    details.expect_data(*LABELS)
    code_page.expect_code_read()
    can = details.choose_confirm().submit_can(wrong(card.can)).submit_refused_card(card.number, EdoCanPage)
    can.expect_field_error("Numer CAN", re.compile("Nieprawidłowy numer CAN"))
    pin = can.submit_can(card.can).submit_card(card.number)
    pin = pin.submit_refused_pin(wrong(card.pin1), EdoPinPage)
    pin.expect_field_error("PIN1", re.compile("Nieprawidłowy PIN1. Pozostało prób: 2"))
    account.expect_closed(code_page.page.context)
    pin.submit_pin(card.pin1)
    ConsentPage(code_page.page).submit_to_account()
    account.expect_open(code_page.page.context, phone.person.pesel)


@pytest.mark.devices("computer", "pixel")
@pytest.mark.behaviour("code.read")
def test_once_the_number_was_read_nothing_tells_to_scan_or_type_it(
    code_page: EdoAppCodePage, world: WorldControl, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    shown, number = code_page.page.get_by_role("main"), code_page.number.inner_text()
    expect(shown).to_contain_text(TO_BE_READ, use_inner_text=True)
    new_http_browser().open(world.url("edo-app", "/wpisz")).submit("", number=number)
    code_page.expect_code_read()
    expect(shown).not_to_contain_text(TO_BE_READ, use_inner_text=True)
    expect(code_page.qr).to_have_count(0)


@pytest.mark.devices("pixel")
@pytest.mark.behaviour("id_card.ways")
def test_phone_offers_the_number_and_no_reader(
    login_page: IdCardPage, open_edo_app: OpenApp, phone: Phone, card: IdCard
) -> None:
    expect(login_page.page.get_by_role("button", name="Czytnik")).to_be_hidden()
    code_page = login_page.choose_edo_app()
    expect(code_page.qr).to_be_hidden()
    expect(code_page.number).to_have_text(re.compile(r"^\s*\d{3} \d{3} \d{3}\s*$"))
    details = open_edo_app(phone).choose_number().submit_number(code_page.number.inner_text())
    details.choose_confirm().submit_can(card.can).submit_card(card.number).submit_pin(card.pin1)
    ConsentPage(code_page.page)


@pytest.mark.behaviour("id_card.tries")
def test_tries_at_the_reader_and_in_the_app_are_the_same_three(
    code_page: EdoAppCodePage,
    open_edo_app: OpenApp,
    phone: Phone,
    person: Person,
    card: IdCard,
    world: WorldControl,
) -> None:
    world.change_person(person.pesel, id_card={"wrong_pins": 2})
    details = open_edo_app(phone).choose_number().submit_number(code_page.number.inner_text())
    pin = details.choose_confirm().submit_can(card.can).submit_card(card.number)
    puk = pin.submit_refused_pin(wrong(card.pin1), PukPage)
    puk.expect_problem("Odblokuj go kodem PUK")
    puk.submit_puk(card.puk, EdoPinPage).submit_pin(card.pin1)
    ConsentPage(code_page.page)


@pytest.mark.behaviour("code.lives", "code.renewed", "code.once")
def test_number_lives_five_minutes_and_dies_when_renewed(
    code_page: EdoAppCodePage, open_edo_app: OpenApp, phone: Phone, world: WorldControl
) -> None:
    old = code_page.number.inner_text()
    world.advance(CODE_LIFE)
    code_page.expect_code_expired()
    typing = open_edo_app(phone).choose_number().submit_refused_number(old)
    typing.expect_field_error("Numer", re.compile("stracił ważność"))
    middle = code_page.choose_new_code().number.inner_text()
    renewed = EdoAppCodePage(code_page.page).choose_new_code()
    expect(renewed.number).not_to_have_text(middle)
    typing = typing.submit_refused_number(middle)
    typing.expect_field_error("Numer", re.compile("zastąpił nowszy"))
    live = renewed.number.inner_text()
    world.advance(CODE_LIFE - 1)
    typing.submit_number(live)


@pytest.mark.behaviour("id_card.ways")
@pytest.mark.parametrize("typed", ["12345678", "1234567890", "12345678x", "sto dwa"])
def test_what_is_no_number_is_told_and_costs_no_try(
    code_page: EdoAppCodePage, open_edo_app: OpenApp, phone: Phone, typed: str
) -> None:
    typing = open_edo_app(phone).choose_number()
    for _ in range(GUESSES + 1):
        typing = typing.submit_refused_number(typed)
        typing.expect_field_error("Numer", re.compile("Numer ma 9 cyfr"))
        expect(typing.page.get_by_label("Numer", exact=True)).to_have_value(typed)
    typing.submit_number(code_page.number.inner_text())


@pytest.mark.behaviour("consent.in_time", "consent.declined")
def test_late_or_refused_confirmation_opens_nothing(
    code_page: EdoAppCodePage, open_edo_app: OpenApp, phone: Phone, card: IdCard, world: WorldControl, account: Account
) -> None:
    home = open_edo_app(phone)
    pin = (
        home.choose_number()
        .submit_number(code_page.number.inner_text())
        .choose_confirm()
        .submit_can(card.can)
        .submit_card(card.number)
    )
    world.advance(CODE_LIFE)
    pin.submit_refused_pin(card.pin1, EdoRefusedPage).expect_problem("stracił ważność")
    account.expect_closed(code_page.page.context)
    number = code_page.choose_new_code().number.inner_text()
    open_edo_app(phone).choose_number().submit_number(number).choose_confirm().choose_decline(EdoDeclinedPage)
    back = IdCardPage(code_page.page)
    back.expect_notice("odrzucone w aplikacji eDO App")
    account.expect_closed(back.page.context)
    back.choose_cancel(MethodsPage).expect_all_methods()


@pytest.mark.behaviour("code.host", "code.foreign")
def test_foreign_codes_are_refused_with_a_reason(
    code_page: EdoAppCodePage, open_edo_app: OpenApp, phone: Phone, world: WorldControl
) -> None:
    seen = phone.scan(code_page.page)
    scheme, host, code = seen.split(":")
    assert scheme == "edo"
    assert f"//{host}:" in world.url("e-dowod")
    scan = open_edo_app(phone).choose_scan()
    for text, reason in (
        (f"edo:{host}.example.org:{code}", "nieznanego serwisu"),
        (f"edo:evil-{host}:{code}", "nieznanego serwisu"),
        (f"http:{host}:{code}", "To nie jest kod logowania e-dowodem"),
        (f"edoo:{host}:{code}", "To nie jest kod logowania e-dowodem"),
        (seen[:-3], "uszkodzony"),
        ("", "Aparat nie odczytał"),
    ):
        scan = scan.deliver_refused(text)
        scan.expect_problem(reason)
    scan.deliver(seen)


@pytest.mark.behaviour("code.unguessable", "code.unshared", "code.bound", "code.bare")
def test_numbers_are_secret_and_guessing_is_cut_off(
    code_page: EdoAppCodePage,
    open_edo_app: OpenApp,
    phone: Phone,
    world: WorldControl,
    new_actor: Callable[[Device], Page],
) -> None:
    stranger = new_actor(COMPUTER)
    theirs = open_hub(stranger, world).choose("id_card", IdCardPage).choose_edo_app().number.inner_text()
    stranger.goto(code_page.page.url)
    ForeignLoginPage(stranger)
    mine = code_page.number.inner_text()
    assert phone.person.pesel not in phone.scan(code_page.page)
    assert abs(int(mine.replace(" ", "")) - int(theirs.replace(" ", ""))) > GUESSES
    typing = open_edo_app(phone).choose_number()
    for n in range(1, GUESSES):
        typing = typing.submit_refused_number(f"{(int(mine.replace(' ', '')) + n) % 10**9:09d}")
        typing.expect_field_error("Numer", re.compile("Nie ma takiego kodu"))
    typing = typing.submit_refused_number(f"{(int(mine.replace(' ', '')) - 1) % 10**9:09d}")
    typing.expect_field_error("Numer", re.compile("Za dużo błędnych numerów"))
    typing = typing.submit_refused_number(mine)
    typing.expect_field_error("Numer", re.compile("Za dużo błędnych numerów"))
    world.advance(LOCK)
    typing.submit_number(code_page.choose_new_code().number.inner_text())


@pytest.mark.behaviour("id_card.checked")
@pytest.mark.parametrize("typed", AS_TYPED)
def test_number_of_a_card_is_found_however_it_is_typed(
    code_page: EdoAppCodePage, open_edo_app: OpenApp, phone: Phone, card: IdCard, typed: str
) -> None:
    details = open_edo_app(phone).choose_number().submit_number(code_page.number.inner_text())
    details.choose_confirm().submit_can(card.can).submit_card(AS_TYPED[typed](card.number))


@pytest.mark.behaviour("id_card.checked")
def test_unknown_card_at_the_phone_is_told(
    code_page: EdoAppCodePage, open_edo_app: OpenApp, phone: Phone, card: IdCard
) -> None:
    details = open_edo_app(phone).choose_number().submit_number(code_page.number.inner_text())
    held = details.choose_confirm().submit_can(card.can).submit_refused_card("XXX000000", EdoCardPage)
    held.expect_field_error("Numer dokumentu", re.compile("Nie wykryto dowodu"))
