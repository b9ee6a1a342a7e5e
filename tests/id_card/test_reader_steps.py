"""The reader from the empty tray to the answer: what is wrong is told at its step, and no step is left out."""

from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.people import IdCard, Person
from mock_server.shared.id_card import card as cards
from pages.ikp.entrance import ConsentPage

SECONDS = 40


@pytest.fixture
def person(world: WorldControl) -> Person:
    return world.make_person(1)


@pytest.fixture
def card(person: Person) -> IdCard:
    assert person.id_card
    return person.id_card


@pytest.fixture
def reader(new_http_browser: Callable[[], HttpBrowser], world: WorldControl) -> HttpBrowser:
    """Nothing lies on it."""
    world.freeze()
    return new_http_browser().open(world.url("ikp", "/zaloguj")).submit("/metoda", method="id_card").submit("/czytnik")


def step(http_browser: HttpBrowser) -> str:
    """The last part of the address."""
    return http_browser.address.rpartition("/")[2]


def other_digits(digits: str) -> str:
    return "".join(str((int(digit) + 1) % 10) for digit in digits)


def at(reader: HttpBrowser, name: str) -> str:
    return f"{reader.address.rpartition('/')[0]}/{name}"


def opened(reader: HttpBrowser, card: IdCard) -> HttpBrowser:
    """CAN was right."""
    return reader.submit("", number=card.number.lower()).submit("/can", can=card.can)


def test_an_unknown_card_is_none(reader: HttpBrowser) -> None:
    refused = reader.submit("", number="NOBODYS")
    assert refused.status == 422
    assert refused.text_of("//*[@id='number-error']") == cards.NO_CARD
    assert refused.page.xpath("//input[@name='number']/@value") == ["NOBODYS"]


@pytest.mark.parametrize("name", ["can", "pin1", "puk"])
def test_without_a_card_every_step_is_the_first(reader: HttpBrowser, name: str) -> None:
    address = reader.address
    assert reader.open(f"{address}/{name}").address == address
    assert reader.post(f"{address}/{name}", can="1", pin1="1", puk="1").address == address


@pytest.mark.parametrize("name", ["pin1", "puk"])
def test_without_the_can_no_pin_is_asked_for(reader: HttpBrowser, card: IdCard, name: str) -> None:
    reader.submit("", number=card.number)
    assert step(reader) == "can"
    assert step(reader.open(at(reader, name))) == "can"
    assert step(reader.post(at(reader, name), pin1=card.pin1, puk=card.puk)) == "can"


def test_a_wrong_can_costs_no_try(reader: HttpBrowser, card: IdCard) -> None:
    refused = reader.submit("", number=card.number).submit("/can", can=other_digits(card.can))
    assert (refused.status, step(refused)) == (422, "can")
    assert refused.text_of("//*[@id='can-error']") == cards.WRONG_CAN
    assert step(refused.submit("/can", can=card.can)) == "pin1"


def test_three_wrong_pins_lead_to_the_puk_and_back(reader: HttpBrowser, card: IdCard) -> None:
    opened(reader, card)
    for left in (2, 1):
        refused = reader.submit("/pin1", pin1=other_digits(card.pin1))
        assert refused.status == 422
        assert refused.text_of("//*[@id='pin1-error']").endswith(f" {left}.")
    assert step(reader.submit("/pin1", pin1=other_digits(card.pin1))) == "puk"
    assert step(reader.open(at(reader, "pin1"))) == "puk"
    refused = reader.submit("/puk", puk=other_digits(card.puk))
    assert refused.status == 422
    assert refused.text_of("//*[@id='puk-error']").endswith(" 2.")
    assert step(reader.submit("/puk", puk=card.puk)) == "pin1"
    assert reader.text_of("//*[@role='status']")
    assert step(reader.open(at(reader, "puk"))) == "pin1"


def test_a_card_that_was_read_is_handed_over_at_the_end_of_its_time(
    reader: HttpBrowser, card: IdCard, world: WorldControl
) -> None:
    world.set_reader(SECONDS)
    opened(reader, card).submit("/pin1", pin1=card.pin1)
    assert step(reader) == "odczyt"
    assert step(reader.post(at(reader, "pin1"), pin1="")) == "odczyt", "what is being read is not asked for again"
    world.advance(SECONDS - 1)
    assert step(reader.open(reader.address)) == "odczyt"
    world.advance(1)
    assert reader.open(reader.address).heading == ConsentPage.heading


def test_a_card_revoked_while_it_is_read_identifies_nobody(
    reader: HttpBrowser, card: IdCard, person: Person, world: WorldControl
) -> None:
    world.set_reader(SECONDS)
    opened(reader, card).submit("/pin1", pin1=card.pin1)
    world.change_person(person.pesel, id_card={"revoked": True})
    world.advance(SECONDS)
    back = reader.open(reader.address)
    assert cards.REVOKED in back.text_of("//main")
    assert back.page.xpath("//input[@name='number']")


def test_a_card_that_was_taken_off_must_be_laid_down_anew(reader: HttpBrowser, card: IdCard) -> None:
    opened(reader, card)
    taken = reader.submit("/zdejmij")
    assert taken.text_of("//*[@role='alert']")
    assert taken.open(f"{taken.address}/pin1").address == taken.address
