"""What e-dowód and the reader's program tell after a turn that led back, and until when."""

from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.faults import Outage
from pages.e_dowod.login import IdCardPage
from pages.edo_app.confirming import EdoDeclinedPage


@pytest.fixture
def e_dowod(new_http_browser: Callable[[], HttpBrowser], world: WorldControl) -> HttpBrowser:
    return new_http_browser().open(world.url("ikp", "/zaloguj")).submit("/metoda", method="id_card")


def expect_choice_with_a_notice(seen: HttpBrowser) -> None:
    assert (seen.status, seen.heading) == (200, IdCardPage.heading)
    assert seen.text_of("//*[@role='status']")


def test_the_reader_that_was_given_up_leads_back_to_the_choice(e_dowod: HttpBrowser) -> None:
    back = e_dowod.submit("/czytnik").submit("/anuluj")
    expect_choice_with_a_notice(back)


def test_the_reader_that_is_out_leads_back_to_the_choice(e_dowod: HttpBrowser, world: WorldControl) -> None:
    world.plant("out", Outage("czytnik"))
    expect_choice_with_a_notice(e_dowod.submit("/czytnik"))


def test_the_notice_is_gone_once_the_reader_is_asked_again(e_dowod: HttpBrowser) -> None:
    choosing = e_dowod.address
    e_dowod.submit("/czytnik").submit("/anuluj").submit("/czytnik")
    assert e_dowod.open(choosing).page.xpath("//*[@role='status']") == []


def test_a_refusal_in_the_edo_app_leads_back_to_the_choice(
    e_dowod: HttpBrowser, new_http_browser: Callable[[], HttpBrowser], world: WorldControl
) -> None:
    waiting = e_dowod.submit("/edo-app")
    app = new_http_browser().open(world.url("edo-app", "/wpisz")).submit("", number=waiting.text_of("//output"))
    assert app.submit("/odrzuc").heading == EdoDeclinedPage.heading
    expect_choice_with_a_notice(waiting.open(waiting.address))


def test_a_card_that_was_taken_off_while_it_was_read_is_asked_for_again(
    e_dowod: HttpBrowser, world: WorldControl
) -> None:
    card = world.make_person(1).id_card
    assert card
    world.freeze()
    world.set_reader(30)
    reader = e_dowod.submit("/czytnik")
    reader.post(reader.address, number=card.number).submit("/can", can=card.can).submit("/pin1", pin1=card.pin1)
    removed = reader.submit("/zdejmij")
    assert removed.text_of("//*[@role='alert']")
    assert removed.page.xpath("//input[@name='number']"), "the card is asked for again"


def test_a_code_that_was_left_for_the_reader_says_that_it_works_no_more(e_dowod: HttpBrowser) -> None:
    choosing = e_dowod.address
    code = e_dowod.submit("/edo-app").address
    told = e_dowod.text_of("//*[@data-status='shown']")
    e_dowod.open(choosing).submit("/czytnik")
    left = e_dowod.open(code).text_of("//*[@data-status='replaced']")
    assert left
    assert left != told
