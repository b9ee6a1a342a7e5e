"""The reader on a computer: CAN, PIN1, three tries, and a reader that takes its time."""

import re

import allure
import pytest

from e2e.id_card import AS_TYPED
from fixtures.account import Account
from fixtures.by_hand import ByHand
from fixtures.people import IdCard, Person, PersonMaker
from fixtures.world import WorldControl
from pages.czytnik.reader import ReaderCanPage, ReaderPinPage, ReaderPlaceCardPage, ReaderReadingPage
from pages.e_dowod.login import IdCardPage
from pages.id_card.puk import PukPage
from pages.ikp.entrance import ConsentPage
from pages.login.methods import MethodsPage

pytestmark = [allure.epic("e-dowód"), allure.feature("With a reader")]

SLOW = 40
CAN_PAUSE = 600


def other_digits(number: str) -> str:
    """A number that differs in its last digit only."""
    return number[:-1] + str((int(number[-1]) + 1) % 10)


@pytest.mark.behaviour("id_card.checked", "id_card.tries")
def test_wrong_can_and_wrong_pin_are_refused_and_the_right_ones_open(
    login_page: IdCardPage, card: IdCard, person: Person, account: Account, make_person: PersonMaker
) -> None:
    other = make_person().id_card
    assert other
    page = login_page.choose_reader().submit_card(card.number)
    for wrong in (other_digits(card.can), other.can, card.can[:5]):
        page = page.submit_refused_can(wrong, ReaderCanPage)
        page.expect_field_error("Numer CAN", re.compile("Nieprawidłowy numer CAN.*Nie tracisz próby"))
    pin = page.submit_can(card.can).expect_tries(3)
    pin = pin.submit_pin(card.pin1[:3], ReaderPinPage)
    pin.expect_field_error("PIN1", re.compile("Nie tracisz próby")).expect_tries(3)
    pin = pin.submit_pin(other_digits(card.pin1), ReaderPinPage)
    pin.expect_field_error("PIN1", re.compile("Nieprawidłowy PIN1. Pozostało prób: 2"))
    account.expect_closed(pin.page.context)
    pin.expect_tries(2).submit_pin(card.pin1, ConsentPage).submit_to_account().expect_identified_by("e-dowód")
    account.expect_open(pin.page.context, person.pesel)


@pytest.mark.behaviour("id_card.checked")
@pytest.mark.parametrize("typed", AS_TYPED)
def test_number_of_a_card_is_found_however_it_is_typed(login_page: IdCardPage, card: IdCard, typed: str) -> None:
    page = login_page.choose_reader().submit_card(AS_TYPED[typed](card.number))
    page.submit_can(card.can).expect_tries(3)


@pytest.mark.behaviour("id_card.can_limited")
def test_five_wrong_cans_shut_the_card_for_ten_minutes_and_another_stays_open(
    login_page: IdCardPage, card: IdCard, world: WorldControl, make_person: PersonMaker
) -> None:
    other = make_person().id_card
    assert other
    page = login_page.choose_reader().submit_card(card.number)
    for _ in range(4):
        page = page.submit_refused_can(other_digits(card.can), ReaderCanPage)
        page.expect_field_error("Numer CAN", re.compile("Nieprawidłowy numer CAN"))
    for can in (other_digits(card.can), card.can):
        page = page.submit_refused_can(can, ReaderCanPage)
        page.expect_field_error("Numer CAN", re.compile("Zbyt wiele błędnych numerów CAN.*po godzinie"))
    place = page.choose_remove_card().submit_card(other.number).submit_can(other.can).choose_remove_card()
    world.advance(CAN_PAUSE - 1)
    shut = place.submit_card(card.number).submit_refused_can(card.can, ReaderCanPage)
    world.advance(1)
    shut.submit_can(card.can).expect_tries(3)


@pytest.mark.behaviour("id_card.checked")
def test_pin_without_can_is_not_even_asked_for(
    login_page: IdCardPage, card: IdCard, by_hand: ByHand, account: Account
) -> None:
    page = login_page.choose_reader().submit_card(card.number)
    address = page.page.url.rpartition("/")[0]
    forged = by_hand.write("POST", f"{address}/pin1", like=page.page.context, form={"pin1": card.pin1, "shown": "0"})
    assert by_hand.send(forged).headers["location"].endswith("/can")
    page.page.goto(f"{address}/odczyt")
    ReaderPlaceCardPage(page.page)
    account.expect_closed(page.page.context)


@pytest.mark.behaviour("id_card.tries")
def test_second_wrong_pin_leaves_one_try_and_a_right_one_gives_all_three_back(
    login_page: IdCardPage, card: IdCard, world: WorldControl, person: Person
) -> None:
    pin = login_page.choose_reader().submit_card(card.number).submit_can(card.can)
    for left in (2, 1):
        pin = pin.submit_pin(other_digits(card.pin1), ReaderPinPage)
        pin.expect_field_error("PIN1", re.compile(f"Pozostało prób: {left}")).expect_tries(left)
    world.set_reader(SLOW)
    reading = pin.submit_pin(card.pin1, ReaderReadingPage)
    reading.choose_remove_card().submit_card(card.number).submit_can(card.can).expect_tries(3)


@pytest.mark.behaviour("id_card.tries")
def test_third_wrong_pin_locks_and_the_puk_unlocks(
    login_page: IdCardPage, card: IdCard, account: Account, by_hand: ByHand
) -> None:
    pin = login_page.choose_reader().submit_card(card.number).submit_can(card.can)
    for left in (2, 1):
        pin = pin.submit_pin(other_digits(card.pin1), ReaderPinPage).expect_tries(left)
    puk = pin.submit_pin(other_digits(card.pin1), PukPage)
    puk.expect_problem("Odblokuj go kodem PUK")
    address = puk.page.url.rpartition("/")[0]
    right = {"pin1": card.pin1, "shown": "3"}
    refused = by_hand.send(by_hand.write("POST", f"{address}/pin1", like=puk.page.context, form=right))
    assert refused.headers["location"].endswith("/puk"), "a locked PIN1 opens nothing, not even when it is right"
    puk = puk.submit_puk(other_digits(card.puk), PukPage)
    puk.expect_field_error("PUK", re.compile("Nieprawidłowy PUK. Pozostało prób: 2"))
    account.expect_closed(puk.page.context)
    pin = puk.submit_puk(card.puk, ReaderPinPage).expect_tries(3)
    pin.expect_notice("PIN1 jest odblokowany")
    pin.submit_pin(card.pin1, ConsentPage)


@pytest.mark.behaviour("id_card.tries")
def test_third_wrong_puk_sends_the_person_to_the_office(
    login_page: IdCardPage, card: IdCard, world: WorldControl, person: Person
) -> None:
    world.change_person(person.pesel, id_card={"wrong_pins": 3})
    place = login_page.choose_reader().submit_card(card.number)
    puk = place.submit_refused_can(card.can, PukPage)
    for left in (2, 1, 0):
        puk = puk.submit_puk(other_digits(card.puk), PukPage)
        puk.expect_field_error("PUK", re.compile(f"Pozostało prób: {left}"))
    puk = puk.submit_puk(card.puk, PukPage)
    puk.expect_field_error("PUK", re.compile("PUK jest zablokowany. Zgłoś się do dowolnego urzędu"))


@pytest.mark.behaviour("trouble.slow_card")
def test_slow_reader_is_waited_for_and_moves_on_by_itself(
    login_page: IdCardPage, card: IdCard, world: WorldControl, account: Account
) -> None:
    world.set_reader(SLOW)
    pin = login_page.choose_reader().submit_card(card.number).submit_can(card.can)
    reading = pin.submit_pin(card.pin1, ReaderReadingPage)
    reading.expect_notice("nie zdejmuj dokumentu. Może to potrwać do 40 sekund")
    world.advance(SLOW - 1)
    with reading.in_another_tab() as tab:
        account.expect_closed(tab.page.context)
    world.advance(1)
    ConsentPage(reading.page)


@pytest.mark.behaviour("id_card.removed", "id_card.ways")
def test_card_removed_in_mid_read_opens_nothing_and_can_be_laid_down_again(
    login_page: IdCardPage, card: IdCard, world: WorldControl, account: Account
) -> None:
    world.set_reader(SLOW)
    pin = login_page.choose_reader().submit_card(card.number).submit_can(card.can)
    reading = pin.submit_pin(card.pin1, ReaderReadingPage)
    address = reading.page.url
    world.advance(SLOW - 1)
    place = reading.choose_remove_card()
    place.expect_problem("zdjęty z czytnika, odczyt przerwano. Połóż dowód na czytniku jeszcze raz")
    world.advance(SLOW)
    place.page.goto(address)
    account.expect_closed(place.page.context)
    world.set_reader(0)
    again = ReaderPlaceCardPage(place.page).submit_card(card.number).submit_can(card.can)
    again.submit_pin(card.pin1, ConsentPage)


@pytest.mark.behaviour("redirect.cancel")
def test_cancelling_at_the_reader_leads_back_step_by_step(
    login_page: IdCardPage, card: IdCard, account: Account
) -> None:
    place = login_page.choose_reader().submit_unknown_card("XXX000000")
    place.expect_field_error("Numer dokumentu", re.compile("Nie wykryto dowodu"))
    back = place.submit_card(card.number).choose_cancel(IdCardPage)
    back.expect_notice("Logowanie czytnikiem zostało przerwane")
    hub = back.choose_cancel(MethodsPage)
    hub.expect_notice("Logowanie zostało przerwane")
    hub.expect_all_methods()
    account.expect_closed(hub.page.context)
