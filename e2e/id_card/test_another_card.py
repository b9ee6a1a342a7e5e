"""What a card has proven goes with it: the next card is asked for CAN and PIN1 anew."""

from collections.abc import Callable

import allure
import pytest

from e2e.trusted_profile.asked import other_than
from fixtures.http_browser import HttpBrowser
from fixtures.people import IdCard, PersonMaker
from fixtures.world import WorldControl
from pages.czytnik.reader import ReaderPlaceCardPage
from pages.edo_app.card import EdoCardPage
from pages.login.methods import TILES

pytestmark = [allure.epic("e-dowód"), pytest.mark.behaviour("id_card.removed")]

ON, SLOW = "Dalej", 40
NewBrowser = Callable[[], HttpBrowser]


def begin_login(world: WorldControl, browser: HttpBrowser, way: str) -> HttpBrowser:
    """Begin a login to IKP by e-dowód, one of its two ways."""
    return browser.open(world.url("ikp", "/zaloguj")).press(TILES["id_card"]).press(way)


def card_of(made: PersonMaker) -> IdCard:
    """The card of a new person."""
    card = made().id_card
    assert card
    return card


@pytest.mark.parametrize("same", [True, False], ids=["same-card", "another-card"])
@pytest.mark.parametrize("taken_off", [True, False], ids=["taken-off", "laid-over"])
def test_at_the_reader_a_pin_counts_for_the_card_that_lay_there_and_no_other(
    world: WorldControl, make_person: PersonMaker, new_http_browser: NewBrowser, *, taken_off: bool, same: bool
) -> None:
    world.freeze()
    world.set_reader(SLOW)
    own = card_of(make_person)
    next_card = own if same else card_of(make_person)
    reader = begin_login(world, new_http_browser(), "Czytnik podłączony do komputera")
    place = reader.address
    reader.press(ON, number=own.number).press(ON, can=own.can).press(ON, pin1=own.pin1)
    if taken_off:
        reader.press("Zdejmij dowód z czytnika")
    world.advance(SLOW)
    reader.open(place).press(ON, number=next_card.number)
    assert reader.open(f"{place}/odczyt").heading == ReaderPlaceCardPage.heading
    reader.open(f"{place}/can").press(ON, can=next_card.can)
    assert reader.open(f"{place}/odczyt").heading == ReaderPlaceCardPage.heading
    reader.open(f"{place}/pin1").press(ON, pin1=other_than(next_card.pin1))
    assert "Nieprawidłowy PIN1" in reader.text_of("//main")
    assert reader.read(world.url("ikp", "/api/konto")).status_code == 401


def test_in_the_app_a_card_that_another_replaces_confirms_nothing(
    world: WorldControl, make_person: PersonMaker, new_http_browser: NewBrowser
) -> None:
    own, other = card_of(make_person), card_of(make_person)
    computer = begin_login(world, new_http_browser(), "Aplikacja eDO App")
    number, phone = computer.text_of("//output"), new_http_browser()
    phone.open(world.url("edo-app", "/wpisz")).press(ON, number=number).press("POTWIERDZAM")
    step = phone.address.rpartition("/")[0]
    phone.press(ON, can=own.can).press(ON, number=own.number)
    phone.open(f"{step}/can").press(ON, can=other.can)
    assert phone.post(f"{step}/pin1", pin1=own.pin1, shown="3").heading == EdoCardPage.heading
    phone.press(ON, number=other.number).press(ON, pin1=other_than(other.pin1))
    assert "Nieprawidłowy PIN1" in phone.text_of("//main")
    computer.open(computer.address)
    assert computer.read(world.url("ikp", "/api/konto")).status_code == 401
