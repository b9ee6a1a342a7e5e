"""A step asked for before its turn leads to the step that is due; one after it, to where things stand."""

from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.people import IdCard, Person
from pages.mobywatel.app import PasswordScreen

NEW_HTTP_BROWSER = Callable[[], HttpBrowser]
ACCEPT = "Akceptuję i przechodzę do konta"
PIN = "2580"


@pytest.fixture
def edo_app(new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, hub: HttpBrowser) -> HttpBrowser:
    """The eDO App, where the number has been typed in."""
    number = hub.submit("/metoda", method="id_card").submit("/edo-app").text_of("//output")
    return new_http_browser().open(world.url("edo-app", "/wpisz")).submit("", number=number)


@pytest.fixture
def reader(hub: HttpBrowser) -> HttpBrowser:
    return hub.submit("/metoda", method="id_card").submit("/czytnik")


def led_to(http_browser: HttpBrowser, base: str, step: str, method: str) -> str:
    """Where the browser ends that asks for a step, below the flow's own address."""
    address = f"{base}{step}"
    seen = (
        http_browser.open(address)
        if method == "GET"
        else http_browser.post(address, can="1", number="1", pin1="1", puk="1")
    )
    assert seen.status == 200
    return seen.address.removeprefix(base)


both = pytest.mark.parametrize("method", ["GET", "POST"])


@both
@pytest.mark.parametrize("step", ["/can", "/dowod", "/pin1", "/puk"])
def test_the_app_asks_for_agreement_first(edo_app: HttpBrowser, step: str, method: str) -> None:
    assert led_to(edo_app, edo_app.address, step, method) == ""


@both
@pytest.mark.parametrize("step", ["/dowod", "/pin1", "/puk"])
def test_the_app_asks_for_the_can_before_the_card(edo_app: HttpBrowser, step: str, method: str) -> None:
    base = edo_app.address
    edo_app.press("POTWIERDZAM")
    assert led_to(edo_app, base, step, method) == "/can"


@both
@pytest.mark.parametrize("step", ["/pin1", "/puk"])
def test_the_app_asks_for_the_card_before_the_pin(edo_app: HttpBrowser, card: IdCard, step: str, method: str) -> None:
    base = edo_app.address
    edo_app.press("POTWIERDZAM").submit("/can", can=card.can)
    assert led_to(edo_app, base, step, method) == "/dowod"


def test_the_app_has_no_end_before_the_answer(edo_app: HttpBrowser) -> None:
    assert led_to(edo_app, edo_app.address, "/koniec", "GET") == ""


@both
@pytest.mark.parametrize("step", ["", "/can", "/dowod", "/pin1", "/puk"])
def test_the_app_stays_at_the_end_after_the_answer(edo_app: HttpBrowser, step: str, method: str) -> None:
    base = edo_app.address
    assert edo_app.submit("/odrzuc").address == f"{base}/koniec"
    assert led_to(edo_app, base, step, method) == "/koniec"


def test_the_same_phone_goes_on_with_the_code_that_it_read(
    edo_app: HttpBrowser, hub: HttpBrowser, world: WorldControl
) -> None:
    number, begun = hub.text_of("//output"), edo_app.address
    again = edo_app.open(world.url("edo-app", "/wpisz")).submit("", number=number)
    assert (again.address, again.status) == (begun, 200)


@both
@pytest.mark.parametrize("step", ["/can", "/pin1", "/puk"])
def test_the_reader_asks_for_a_card_first(reader: HttpBrowser, step: str, method: str) -> None:
    assert led_to(reader, reader.address, step, method) == ""


def test_the_reader_reads_nothing_before_the_pin(reader: HttpBrowser) -> None:
    assert led_to(reader, reader.address, "/odczyt", "GET") == ""
    assert reader.read(f"{reader.address}/stan").json() == {"status": "none"}


@both
@pytest.mark.parametrize("step", ["/pin1", "/puk"])
def test_the_reader_asks_for_the_can_before_the_pin(reader: HttpBrowser, card: IdCard, step: str, method: str) -> None:
    base = reader.address
    reader.post(base, number=card.number)
    assert led_to(reader, base, step, method) == "/can"


@both
def test_the_reader_unlocks_no_pin_that_is_not_locked(reader: HttpBrowser, card: IdCard, method: str) -> None:
    base = reader.address
    reader.post(base, number=card.number).submit("/can", can=card.can)
    assert led_to(reader, base, "/puk", method) == "/pin1"


@pytest.mark.parametrize("used", ["reader", "edo_app"])
def test_a_locked_pin_leads_to_the_puk_and_the_puk_back(
    used: str, card: IdCard, request: pytest.FixtureRequest
) -> None:
    http_browser: HttpBrowser = request.getfixturevalue(used)
    base = http_browser.address
    if used == "reader":
        http_browser.post(base, number=card.number).submit("/can", can=card.can)
    else:
        http_browser.press("POTWIERDZAM").submit("/can", can=card.can).submit("/dowod", number=card.number)
    wrong = "0000" if card.pin1 != "0000" else "1111"
    for _ in range(3):
        http_browser.post(f"{base}/pin1", pin1=wrong, shown=pin_shown(http_browser))
    assert http_browser.address == f"{base}/puk"
    assert led_to(http_browser, base, "/pin1", "GET") == "/puk"
    http_browser.submit("/puk", puk=card.puk)
    assert (http_browser.address, http_browser.text_of("//*[@role='status']")) == (
        f"{base}/pin1",
        "PIN1 jest odblokowany. Wpisz go jeszcze raz.",
    )


def pin_shown(http_browser: HttpBrowser) -> str:
    return str(next(iter(http_browser.page.xpath("//input[@name='shown']/@value")), ""))


def test_the_code_of_the_edo_app_is_shown_only_after_it_was_asked_for(hub: HttpBrowser) -> None:
    base = hub.submit("/metoda", method="id_card").address
    assert led_to(hub, base, "/edo-app", "GET") == ""
    assert hub.read(f"{base}/edo-app/stan").json() == {"status": "none"}


@both
def test_a_bank_confirms_nothing_before_the_login(hub: HttpBrowser, method: str) -> None:
    bank = hub.submit("/metoda", method="trusted_profile").press("mBank")
    base = bank.address.removesuffix("/logowanie")
    assert led_to(bank, base, "/potwierdzenie", method) == "/logowanie"


@both
def test_a_bank_asks_for_no_password_after_the_login(hub: HttpBrowser, person: Person, method: str) -> None:
    bank = hub.submit("/metoda", method="trusted_profile").press("mBank")
    base, customer = bank.address.removesuffix("/logowanie"), person.bank_customers["mbank"]
    bank.submit("/logowanie", number=customer.number, password=customer.password)
    assert led_to(bank, base, "/logowanie", method) == "/potwierdzenie"


@both
def test_mojeid_hands_nothing_over_before_a_bank_answered(hub: HttpBrowser, method: str) -> None:
    mojeid = hub.submit("/metoda", method="mojeid")
    base = mojeid.address.removesuffix("/wybierz-bank")
    assert led_to(mojeid, base, "/zgoda", method) == "/wybierz-bank"


@pytest.mark.parametrize("path", ["/start", "/kod-qr", "/kod-qr/skanuj", "/kod-qr/wpisz", "/powiadomienia"])
def test_mobywatel_opens_nothing_before_its_password(
    new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, person: Person, path: str
) -> None:
    phone = new_http_browser().open(world.url("mobywatel", f"/telefon/{person.phone}"))
    assert phone.heading == PasswordScreen.heading
    assert phone.open(world.url("mobywatel", path)).address == world.url("mobywatel")


def test_mobywatel_that_is_open_begins_at_its_first_screen(
    new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, person: Person
) -> None:
    assert person.mobywatel
    phone = new_http_browser().open(world.url("mobywatel", f"/telefon/{person.phone}"))
    phone.submit("/zaloguj", password=person.mobywatel.password)
    assert phone.address == world.url("mobywatel", "/start")
    assert phone.open(world.url("mobywatel")).address == world.url("mobywatel", "/start")


def test_a_browser_that_is_no_phone_unlocks_none(new_http_browser: NEW_HTTP_BROWSER, world: WorldControl) -> None:
    nobody = new_http_browser().post(world.url("mobywatel", "/zaloguj"), password="whatever")
    assert (nobody.address, nobody.heading) == (world.url("mobywatel"), "Nie wiemy, czyj to telefon")


def test_who_is_signed_in_begins_at_the_account(
    new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, person: Person
) -> None:
    world.expect_login(person)
    ikp = new_http_browser().open(world.url("ikp", "/zaloguj")).press(ACCEPT, zgoda="tak")
    assert ikp.open(world.url("ikp")).address == world.url("ikp", "/konto")
    world.expect_login(person)
    app = new_http_browser().open(world.url("mojeikp", "/zaloguj")).submit("", pin=PIN, pin_again=PIN)
    assert app.open(world.url("mojeikp")).address == world.url("mojeikp", "/konto")


def test_a_phone_without_a_pin_is_asked_for_none(new_http_browser: NEW_HTTP_BROWSER, world: WorldControl) -> None:
    for seen in (
        new_http_browser().open(world.url("mojeikp", "/pin")),
        new_http_browser().post(world.url("mojeikp", "/pin"), pin=PIN),
    ):
        assert (seen.address, seen.heading) == (world.url("mojeikp"), "mojeIKP")
