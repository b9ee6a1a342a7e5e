"""The codes that e-dowód shows to the eDO App: no two alike, and each is one phone's."""

from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.faults import Outage
from mock_server.shared.id_card.messages import CardCodeResult
from mock_server.sites.e_dowod import state
from mock_server.sites.edo_app.refusals import reason
from pages.edo_app.confirming import EdoDetailsPage


@pytest.fixture
def show_code(new_http_browser: Callable[[], HttpBrowser], world: WorldControl) -> Callable[[], HttpBrowser]:
    """Begin a login and show its code."""
    return lambda: (
        new_http_browser().open(world.url("ikp", "/zaloguj")).submit("/metoda", method="id_card").submit("/edo-app")
    )


@pytest.fixture
def type_number(new_http_browser: Callable[[], HttpBrowser], world: WorldControl) -> Callable[[str], HttpBrowser]:
    """Type a number into the eDO App of another phone each time."""
    return lambda number: new_http_browser().open(world.url("edo-app", "/wpisz")).submit("", number=number)


def test_a_number_that_is_shown_already_is_drawn_again(
    show_code: Callable[[], HttpBrowser], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter(["123456789", "123456789", "987654321"])
    monkeypatch.setattr(state, "digits", lambda _length: next(drawn))
    assert [show_code().text_of("//output") for _ in range(2)] == ["123 456 789", "987 654 321"]


def test_a_code_is_read_by_one_phone(
    show_code: Callable[[], HttpBrowser], type_number: Callable[[str], HttpBrowser]
) -> None:
    number = show_code().text_of("//output")
    assert type_number(number).heading == EdoDetailsPage.heading
    refused = type_number(number)
    assert (refused.status, refused.text_of("//*[@id='number-error']")) == (422, reason(CardCodeResult.USED))


def test_a_number_that_is_too_short_is_told_and_stays_in_its_field(type_number: Callable[[str], HttpBrowser]) -> None:
    refused = type_number("12345678")
    assert (refused.status, bool(refused.text_of("//*[@id='number-error']"))) == (422, True)
    assert refused.page.xpath("//input[@name='number']/@value") == ["12345678"]


def test_e_dowod_that_is_out_is_told_to_the_app(
    show_code: Callable[[], HttpBrowser], type_number: Callable[[str], HttpBrowser], world: WorldControl
) -> None:
    number = show_code().text_of("//output")
    app = type_number(number)
    world.plant("out", Outage("e-dowod"))
    assert type_number(number).text_of("//*[@id='number-error']") == reason(CardCodeResult.UNAVAILABLE)
    refused = app.press("POTWIERDZAM")
    assert refused.address.endswith("/koniec")
    assert reason(CardCodeResult.UNAVAILABLE) in refused.text_of("//main")


@pytest.mark.parametrize(("seconds", "left"), [(0, "5:00"), (1, "4:59"), (299.5, "0:00")])
def test_the_seconds_that_are_left_are_counted_down(
    show_code: Callable[[], HttpBrowser], world: WorldControl, seconds: float, left: str
) -> None:
    world.freeze()
    waiting = show_code()
    world.advance(seconds)
    assert waiting.open(waiting.address).text_of("//*[@data-seconds]") == left


def test_the_card_is_asked_for_with_an_empty_field(
    show_code: Callable[[], HttpBrowser], type_number: Callable[[str], HttpBrowser]
) -> None:
    app = type_number(show_code().text_of("//output")).press("POTWIERDZAM").submit("/can", can="123456")
    assert app.address.endswith("/dowod")
    assert app.page.xpath("//input[@name='number']/@value") == [""]
    refused = app.submit("/dowod", number="nobody's")
    assert (refused.status, refused.page.xpath("//input[@name='number']/@value")) == (422, ["nobody's"])
