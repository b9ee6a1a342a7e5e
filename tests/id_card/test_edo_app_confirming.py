"""The eDO App from the number to the decision: what dies meanwhile is told before CAN and PIN1 are typed."""

from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.people import IdCard, Person
from mock_server.shared.id_card import card as cards
from mock_server.shared.id_card.messages import CardCodeResult
from mock_server.sites.e_dowod.state import CODE_LIFE
from mock_server.sites.edo_app.refusals import reason
from pages.edo_app.card import EdoPinPage
from pages.edo_app.confirming import EdoDetailsPage
from pages.login.refused import UsedPage

LIFE = CODE_LIFE.total_seconds()


@pytest.fixture
def computer(new_http_browser: Callable[[], HttpBrowser], world: WorldControl) -> HttpBrowser:
    """Where the number is shown, at a time that stands still."""
    world.freeze()
    http_browser = new_http_browser().open(world.url("ikp", "/zaloguj")).submit("/metoda", method="id_card")
    return http_browser.submit("/edo-app")


@pytest.fixture
def person(world: WorldControl) -> Person:
    return world.make_person(1)


@pytest.fixture
def app(computer: HttpBrowser, new_http_browser: Callable[[], HttpBrowser], world: WorldControl) -> HttpBrowser:
    """The eDO App, where the number has been typed in."""
    number = computer.text_of("//output")
    return new_http_browser().open(world.url("edo-app", "/wpisz")).submit("", number=number)


def test_the_number_leads_to_who_asks_and_then_to_the_can(app: HttpBrowser, world: WorldControl) -> None:
    world.advance(LIFE - 1)
    assert app.heading == EdoDetailsPage.heading
    assert app.text_of("//dd[1]") == "Internetowe Konto Pacjenta (IKP)"
    assert app.press("POTWIERDZAM").address.endswith("/can")


def test_a_code_that_ran_out_meanwhile_is_told_before_the_can(app: HttpBrowser, world: WorldControl) -> None:
    world.advance(LIFE)
    refused = app.press("POTWIERDZAM")
    assert refused.address.endswith("/koniec")
    assert reason(CardCodeResult.EXPIRED) in refused.text_of("//main")


def test_a_code_that_was_replaced_meanwhile_is_told_before_the_can(app: HttpBrowser, computer: HttpBrowser) -> None:
    computer.submit("/edo-app")
    refused = app.press("POTWIERDZAM")
    assert refused.address.endswith("/koniec")
    assert reason(CardCodeResult.REPLACED) in refused.text_of("//main")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_nobody_tries_a_puk_while_the_pin_is_not_locked(app: HttpBrowser, person: Person, method: str) -> None:
    assert person.id_card
    app.press("POTWIERDZAM").submit("/can", can=person.id_card.can)
    pin = app.submit("/dowod", number=person.id_card.number).address
    assert pin.endswith("/pin1")
    address = pin.replace("/pin1", "/puk")
    answered = app.open(address) if method == "GET" else app.post(address, puk="00000000")
    assert (answered.address, answered.status) == (pin, 200)


@pytest.mark.parametrize(
    ("scanned", "result"),
    [
        ("", "empty"),
        ("hello", "foreign"),
        ("edo:e-dowod", "unreadable"),
        ("edo:elsewhere.example:9f6a05fd-bc89-4d16-a972-714e63651da6", "host"),
    ],
)
def test_what_is_no_code_is_told_where_it_was_scanned(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, scanned: str, result: str
) -> None:
    app = new_http_browser().post(world.url("edo-app", "/skanuj"), scanned=scanned)
    assert (app.address, app.status) == (world.url("edo-app", "/skanuj"), 422)
    assert reason(CardCodeResult(result)) in app.text_of("//*[@role='alert']")


def test_a_code_that_nobody_shows_is_told_where_it_was_scanned(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl
) -> None:
    host = world.url("e-dowod").partition("://")[2].rstrip("/")
    scanned = f"edo:{host.partition(':')[0]}:9f6a05fd-bc89-4d16-a972-714e63651da6"
    app = new_http_browser().post(world.url("edo-app", "/skanuj"), scanned=scanned)
    assert app.status == 422
    assert reason(CardCodeResult.UNKNOWN) in app.text_of("//*[@role='alert']")


@pytest.mark.parametrize("number", ["12345678", "000 000 000"], ids=["short", "unknown"])
def test_a_number_that_leads_nowhere_is_told_at_its_field(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, number: str
) -> None:
    app = new_http_browser().open(world.url("edo-app", "/wpisz")).submit("", number=number)
    assert (app.address, app.status) == (world.url("edo-app", "/wpisz"), 422)
    assert app.text_of("//*[@id='number-error']")
    assert app.page.xpath("//input[@name='number']/@value") == [number]


def test_what_is_wrong_with_the_card_is_told_step_by_step(app: HttpBrowser, person: Person) -> None:
    card = person.id_card
    assert card
    app.press("POTWIERDZAM")
    assert app.submit("/can", can="12345").text_of("//*[@id='can-error']")
    assert app.status == 422
    app.submit("/can", can="000000" if card.can != "000000" else "000001")
    assert app.submit("/dowod", number="nobody's").text_of("//*[@id='number-error']") == cards.NO_CARD
    assert app.status == 422
    assert app.submit("/dowod", number=card.number).text_of("//*[@id='can-error']") == cards.WRONG_CAN
    app.submit("/can", can=card.can)
    app.submit("/dowod", number=card.number.lower())
    wrong = "0000" if card.pin1 != "0000" else "0001"
    assert app.submit("/pin1", pin1=wrong).text_of("//*[@id='pin1-error']").endswith(" 2.")
    assert app.status == 422


def test_a_locked_pin_asks_for_the_puk_wherever_one_comes_from(app: HttpBrowser, person: Person) -> None:
    card = person.id_card
    assert card
    app.press("POTWIERDZAM").submit("/can", can=card.can)
    pin = app.submit("/dowod", number=card.number).address
    wrong = "0000" if card.pin1 != "0000" else "0001"
    for _ in range(3):
        app.submit("/pin1", pin1=wrong)
    assert app.address.endswith("/puk")
    assert app.open(pin).address.endswith("/puk")
    refused = app.submit("/puk", puk="00000000" if card.puk != "00000000" else "00000001")
    assert refused.status == 422
    assert refused.text_of("//*[@id='puk-error']").endswith(" 2.")
    assert app.submit("/puk", puk=card.puk).address == pin
    assert app.text_of("//*[@role='status']")


@pytest.mark.parametrize("way", ["", "/edo-app"])
def test_a_login_that_was_given_up_cannot_be_gone_on_with(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, way: str
) -> None:
    http_browser = new_http_browser().open(world.url("ikp", "/zaloguj")).submit("/metoda", method="id_card")
    flow = http_browser.address
    http_browser.submit("/anuluj")
    assert http_browser.open(f"{flow}{way}").status == 410
    assert http_browser.heading == UsedPage.heading


def test_guessing_the_can_is_cut_off_in_the_app_and_at_the_reader_alike(
    app: HttpBrowser, new_http_browser: Callable[[], HttpBrowser], world: WorldControl, person: Person
) -> None:
    card = person.id_card
    assert card
    reader = (
        new_http_browser().open(world.url("ikp", "/zaloguj")).submit("/metoda", method="id_card").submit("/czytnik")
    )
    app.press("POTWIERDZAM")
    for _ in range(5):
        app.submit("/can", can="999999").submit("/dowod", number=card.number)
    told = app.text_of("//*[@id='can-error']")
    assert "Zbyt wiele błędnych numerów CAN" in told
    app.submit("/can", can=card.can).submit("/dowod", number=card.number)
    assert app.address.endswith("/can")
    refused = reader.submit("", number=card.number).submit("/can", can=card.can)
    assert refused.text_of("//*[@id='can-error']") == told


@pytest.fixture
def other_card(world: WorldControl) -> IdCard:
    other = world.make_person(2).id_card
    assert other
    return other


@pytest.fixture
def at_pin(app: HttpBrowser, person: Person) -> HttpBrowser:
    """The card was held, and PIN1 is asked for."""
    assert person.id_card
    app.press("POTWIERDZAM").submit("/can", can=person.id_card.can)
    return app.submit("/dowod", number=person.id_card.number)


def test_a_card_is_held_no_more_once_another_or_none_is(
    at_pin: HttpBrowser, person: Person, world: WorldControl
) -> None:
    assert person.id_card
    pin = at_pin.address
    at_pin.open(pin.replace("/pin1", "/dowod")).submit("/dowod", number="nobody's")
    assert at_pin.open(pin).address.endswith("/dowod")
    at_pin.submit("/dowod", number=person.id_card.number)
    world.change_person(person.pesel, id_card={"revoked": True})
    at_pin.open(pin.replace("/pin1", "/dowod")).submit("/dowod", number=person.id_card.number)
    assert at_pin.open(pin).address.endswith("/dowod")


def test_that_a_pin_was_unlocked_is_told_of_its_own_card_alone(
    at_pin: HttpBrowser, person: Person, other_card: IdCard, world: WorldControl
) -> None:
    assert person.id_card
    world.change_person(person.pesel, id_card={"wrong_pins": 3})
    at_pin.open(at_pin.address).submit("/puk", puk=person.id_card.puk)
    assert at_pin.text_of("//*[@role='status']")
    at_pin.open(at_pin.address.replace("/pin1", "/can")).submit("/can", can=other_card.can)
    at_pin.submit("/dowod", number=other_card.number)
    assert at_pin.heading == EdoPinPage.heading
    assert at_pin.page.xpath("//*[@role='status']") == []
