"""What e-dowód and the reader's program tell after a turn that led back, word by word."""

from collections.abc import Callable

import pytest

from fixtures.surfer import Surfer
from mock_server.client import WorldControl
from mock_server.kernel.faults import Outage
from pages.e_dowod.login import IdCardPage
from pages.edo_app.confirming import EdoDeclinedPage

CHOICE = IdCardPage.heading


@pytest.fixture
def e_dowod(new_surfer: Callable[[], Surfer], world: WorldControl) -> Surfer:
    return new_surfer().open(world.url("ikp", "/zaloguj")).submit("/metoda", method="id_card")


def told(seen: Surfer) -> tuple[int, str, str]:
    return seen.status, seen.heading, seen.text_of("//*[@role='status']")


def test_the_reader_that_was_given_up(e_dowod: Surfer) -> None:
    back = e_dowod.submit("/czytnik").submit("/anuluj")
    why = "Logowanie czytnikiem zostało przerwane. Spróbuj jeszcze raz albo wybierz inny sposób."
    assert told(back) == (200, CHOICE, why)


def test_the_reader_that_is_out(e_dowod: Surfer, world: WorldControl) -> None:
    world.plant("out", Outage("czytnik"))
    why = "Program czytnika nie odpowiada. Spróbuj później albo użyj aplikacji eDO App."
    assert told(e_dowod.submit("/czytnik")) == (200, CHOICE, why)


def test_the_notice_is_gone_once_the_reader_is_asked_again(e_dowod: Surfer) -> None:
    choosing = e_dowod.address
    e_dowod.submit("/czytnik").submit("/anuluj").submit("/czytnik")
    assert e_dowod.open(choosing).page.xpath("//*[@role='status']") == []


def test_a_refusal_in_the_edo_app(e_dowod: Surfer, new_surfer: Callable[[], Surfer], world: WorldControl) -> None:
    waiting = e_dowod.submit("/edo-app")
    app = new_surfer().open(world.url("edo-app", "/wpisz")).submit("", number=waiting.text_of("//output"))
    assert app.submit("/odrzuc").heading == EdoDeclinedPage.heading
    why = "Logowanie zostało odrzucone w aplikacji eDO App. Możesz spróbować jeszcze raz."
    assert told(waiting.open(waiting.address)) == (200, CHOICE, why)


def test_a_card_that_was_taken_off_while_it_was_read(e_dowod: Surfer, world: WorldControl) -> None:
    card = world.make_person(1).id_card
    assert card
    world.freeze()
    world.set_reader(30)
    reader = e_dowod.submit("/czytnik")
    reader.post(reader.address, number=card.number).submit("/can", can=card.can).submit("/pin1", pin1=card.pin1)
    removed = reader.submit("/zdejmij")
    assert removed.text_of("//*[@role='alert']") == (
        "Dowód został zdjęty z czytnika, odczyt przerwano. Połóż dowód na czytniku jeszcze raz."
    )
