"""A card counts on its last day in Poland and not after it, and not at all once it is revoked."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import allure
import pytest
from playwright.sync_api import Page

from fixtures.account import Account
from fixtures.devices import COMPUTER, Device
from fixtures.people import IdCard, Person
from fixtures.phone import Phone
from fixtures.polish_time import WARSAW
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.czytnik.reader import ReaderPlaceCardPage, ReaderReadingPage
from pages.e_dowod.login import IdCardPage
from pages.edo_app.card import EdoCardPage, EdoRefusedPage
from pages.edo_app.confirming import EdoHomePage
from pages.ikp.entrance import ConsentPage

pytestmark = [allure.epic("e-dowód"), allure.feature("Validity"), pytest.mark.behaviour("id_card.valid")]

LAST_DAY = date(2028, 7, 14)
MIDNIGHT = datetime.combine(LAST_DAY + timedelta(days=1), time(), WARSAW)

OpenApp = Callable[[Phone], EdoHomePage]


@pytest.fixture
def last_second(world: WorldControl, person: Person) -> None:
    """One second before the end of the card's last day in Poland."""
    world.freeze()
    world.set_clock(MIDNIGHT - timedelta(seconds=1))
    world.change_person(person.pesel, id_card={"valid_until": LAST_DAY.isoformat()})


@pytest.mark.usefixtures("last_second")
def test_card_works_in_its_last_second_at_the_reader(login_page: IdCardPage, card: IdCard) -> None:
    pin = login_page.choose_reader().submit_card(card.number).submit_can(card.can)
    pin.submit_pin(card.pin1, ConsentPage)


@pytest.mark.usefixtures("last_second")
def test_card_is_refused_from_midnight_at_the_reader_and_at_the_phone(
    login_page: IdCardPage, card: IdCard, world: WorldControl, open_edo_app: OpenApp, phone: Phone, account: Account
) -> None:
    reader = login_page.choose_reader()
    world.advance(1)
    place = reader.submit_card(card.number).submit_refused_can(card.can, ReaderPlaceCardPage)
    place.expect_problem("stracił ważność: był ważny do 14.07.2028")
    code_page = place.choose_cancel(IdCardPage).choose_edo_app()
    details = open_edo_app(phone).choose_number().submit_number(code_page.number.inner_text())
    held = details.choose_confirm().submit_can(card.can).submit_refused_card(card.number, EdoCardPage)
    held.expect_problem("stracił ważność: był ważny do 14.07.2028")
    account.expect_closed(code_page.page.context)


def test_revoked_card_is_refused_at_the_reader_and_at_the_phone(
    login_page: IdCardPage,
    card: IdCard,
    person: Person,
    world: WorldControl,
    open_edo_app: OpenApp,
    phone: Phone,
    account: Account,
) -> None:
    world.change_person(person.pesel, id_card={"revoked": True})
    reader = login_page.choose_reader().submit_card(card.number)
    reader.submit_refused_can(card.can, ReaderPlaceCardPage).expect_problem("unieważniony")
    code_page = ReaderPlaceCardPage(reader.page).choose_cancel(IdCardPage).choose_edo_app()
    details = open_edo_app(phone).choose_number().submit_number(code_page.number.inner_text())
    held = details.choose_confirm().submit_can(card.can).submit_refused_card(card.number, EdoCardPage)
    held.expect_problem("unieważniony")
    account.expect_closed(code_page.page.context)


def test_card_revoked_between_pin_and_answer_opens_nothing(
    login_page: IdCardPage,
    card: IdCard,
    person: Person,
    world: WorldControl,
    open_edo_app: OpenApp,
    phone: Phone,
    account: Account,
    new_actor: Callable[[Device], Page],
) -> None:
    world.set_reader(30)
    pin = login_page.choose_reader().submit_card(card.number).submit_can(card.can)
    reading = pin.submit_pin(card.pin1, ReaderReadingPage)
    code_page = open_hub(new_actor(COMPUTER), world).choose("id_card", IdCardPage).choose_edo_app()
    details = open_edo_app(phone).choose_number().submit_number(code_page.number.inner_text())
    app_pin = details.choose_confirm().submit_can(card.can).submit_card(card.number)
    world.change_person(person.pesel, id_card={"revoked": True})
    world.advance(30)
    ReaderPlaceCardPage(reading.page).expect_problem("unieważniony")
    app_pin.submit_refused_pin(card.pin1, EdoRefusedPage).expect_problem("unieważniony")
    for page in (reading.page, code_page.page):
        account.expect_closed(page.context)
