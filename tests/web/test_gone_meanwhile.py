"""Somebody whom the world no longer has, at every place where a login waits for them."""

from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.making import Holding
from mock_server.kernel.people import Confirmation, IdCard, Person
from mock_server.phone import Phone
from mock_server.sites.login.rules import notice_of
from mock_server.web.delegation import Outcome
from pages.login.methods import MethodsPage
from pages.login.refused import NoSuchPage

NEW_HTTP_BROWSER = Callable[[], HttpBrowser]


def expect_methods_with_a_notice(seen: HttpBrowser) -> None:
    assert seen.heading == MethodsPage.heading
    assert seen.text_of("//*[@role='status']") == notice_of(Outcome.FAILED)


def test_at_the_code_that_mobywatel_approved_the_login_comes_back_to_the_methods(
    hub: HttpBrowser, world: WorldControl, person: Person
) -> None:
    waiting = hub.submit("/metoda", method="mobywatel")
    phone = Phone(world, person)
    phone.scan(waiting.text_of("//output[@id='code']"))
    phone.approve()
    world.remove_person(person.pesel)
    back = waiting.open(waiting.address)
    expect_methods_with_a_notice(back)


@pytest.fixture
def edo_app(hub: HttpBrowser, new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, card: IdCard) -> HttpBrowser:
    """It holds the card and asks for PIN1."""
    number = hub.submit("/metoda", method="id_card").submit("/edo-app").text_of("//output")
    app = new_http_browser().open(world.url("edo-app", "/wpisz")).submit("", number=number)
    return app.press("POTWIERDZAM").submit("/can", can=card.can).submit("/dowod", number=card.number)


def test_at_the_code_that_the_edo_app_approved_the_login_comes_back_to_the_methods(
    hub: HttpBrowser, edo_app: HttpBrowser, world: WorldControl, person: Person, card: IdCard
) -> None:
    assert edo_app.submit("/pin1", pin1=card.pin1).address.endswith("/koniec")
    world.remove_person(person.pesel)
    back = hub.open(hub.address)
    expect_methods_with_a_notice(back)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_edo_app_that_asks_for_the_pin_asks_for_a_card_again(
    edo_app: HttpBrowser, world: WorldControl, person: Person, card: IdCard, method: str
) -> None:
    address = edo_app.address
    world.remove_person(person.pesel)
    seen = edo_app.open(address) if method == "GET" else edo_app.post(address, pin1=card.pin1)
    assert seen.address == address.replace("/pin1", "/dowod")


def test_the_reader_that_reads_asks_for_a_card_again(
    hub: HttpBrowser, world: WorldControl, person: Person, card: IdCard
) -> None:
    world.freeze()
    world.set_reader(30)
    reader = hub.submit("/metoda", method="id_card").submit("/czytnik")
    base = reader.address
    reader.post(base, number=card.number).submit("/can", can=card.can).submit("/pin1", pin1=card.pin1)
    assert reader.address == f"{base}/odczyt"
    world.remove_person(person.pesel)
    world.advance(30)
    assert reader.open(f"{base}/odczyt").address == base


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_bank_that_asks_to_confirm_has_no_such_page(
    hub: HttpBrowser, world: WorldControl, person: Person, method: str
) -> None:
    customer = person.bank_customers["mbank"]
    bank = hub.submit("/metoda", method="trusted_profile").press("mBank")
    bank.submit("/logowanie", number=customer.number, password=customer.password)
    world.remove_person(person.pesel)
    gone = bank.open(bank.address) if method == "GET" else bank.post(bank.address)
    assert (gone.status, gone.heading) == (404, NoSuchPage.heading)


def test_pz_refuses_the_answer_of_a_bank(hub: HttpBrowser, world: WorldControl, person: Person) -> None:
    customer = person.bank_customers["mbank"]
    bank = hub.submit("/metoda", method="trusted_profile").press("mBank")
    bank.submit("/logowanie", number=customer.number, password=customer.password)
    address, fields = bank.catch("/potwierdzenie")
    world.remove_person(person.pesel)
    assert bank.post(address, **fields).status == 410


@pytest.mark.parametrize("confirmation", Confirmation)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_pz_that_waits_for_the_code_or_the_push_refuses(
    hub: HttpBrowser, world: WorldControl, confirmation: Confirmation, method: str
) -> None:
    person = world.make_person(2, confirmation=confirmation)
    profile = person.trusted_profile
    assert profile
    step = hub.submit("/metoda", method="trusted_profile")
    step.submit(step.address.rpartition("/")[2], username=profile.username, password=profile.password)
    address = step.address
    world.remove_person(person.pesel)
    gone = step.open(address) if method == "GET" else step.post(f"{address}/resend")
    assert gone.status == 410


@pytest.mark.parametrize("path", ["", "/profile", "/profile/details", "/profile/method"])
def test_the_own_account_at_pz_is_closed(new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, path: str) -> None:
    person = world.make_person(2, confirmation=Confirmation.SMS)
    account = signed_in_at_pz(new_http_browser(), world, person)
    world.remove_person(person.pesel)
    assert account.open(world.url("pz", f"/account{path}")).status == 410


def test_the_own_account_of_a_profile_that_was_taken_away_is_not_there(
    new_http_browser: NEW_HTTP_BROWSER, world: WorldControl
) -> None:
    person = world.make_person(2, confirmation=Confirmation.SMS)
    account = signed_in_at_pz(new_http_browser(), world, person)
    world.take(person, Holding.TRUSTED_PROFILE)
    assert account.open(world.url("pz", "/account")).status == 404


def signed_in_at_pz(http_browser: HttpBrowser, world: WorldControl, person: Person) -> HttpBrowser:
    profile = person.trusted_profile
    assert profile
    http_browser.open(world.url("pz", "/ui/au/login"))
    http_browser.submit(http_browser.address.rpartition("/")[2], username=profile.username, password=profile.password)
    http_browser.submit("/code", code=Phone(world, person).read_sms().code)
    assert http_browser.address == world.url("pz", "/account")
    return http_browser
