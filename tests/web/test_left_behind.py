"""A site whose question nobody waits for any more ends what it had begun, tells its page, and asks nobody else."""

from collections.abc import Callable

import httpx
import pytest

from fixtures.control_phone import ControlPhone, PhoneRefused
from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.faults import Outage
from mock_server.kernel.people import Confirmation, IdCard, Person
from pages.login.refused import UsedPage
from pages.pacjent.front import PortalPage

GONE = httpx.codes.GONE


def cancelled(hub: HttpBrowser, methods: str) -> HttpBrowser:
    return hub.open(methods).press("Anuluj")


def expect_used(browser: HttpBrowser, address: str) -> None:
    assert (browser.open(address).status, browser.heading) == (GONE, UsedPage.heading)


def test_a_code_dies_when_the_login_is_cancelled_at_the_methods(
    hub: HttpBrowser, world: WorldControl, person: Person
) -> None:
    methods, phone = hub.address, ControlPhone(world, person)
    code_page = hub.submit("/metoda", method="mobywatel").address
    phone.scan(hub.text_of("//output[@id='code']"))
    assert cancelled(hub, methods).heading == PortalPage.heading
    with pytest.raises(PhoneRefused, match="used"):
        phone.approve()
    expect_used(hub, code_page)


def test_a_code_dies_when_another_method_is_chosen(hub: HttpBrowser) -> None:
    methods = hub.address
    code_page = hub.submit("/metoda", method="mobywatel").address
    hub.open(methods).submit("/metoda", method="mojeid")
    assert "/wybierz-bank" in hub.address
    expect_used(hub, code_page)


def test_a_push_is_withdrawn_when_another_method_is_chosen(hub: HttpBrowser, world: WorldControl) -> None:
    person = world.make_person(2, confirmation=Confirmation.PUSH)
    assert person.trusted_profile
    methods, profile = hub.address, person.trusted_profile
    hub.submit("/metoda", method="trusted_profile").press(
        "Zaloguj się", username=profile.username, password=profile.password
    )
    hub.open(methods).submit("/metoda", method="mojeid")
    with pytest.raises(PhoneRefused, match="expired"):
        ControlPhone(world, person).approve_push()


@pytest.mark.parametrize(("method", "choose"), [("trusted_profile", "/bank"), ("mojeid", "/wybierz-bank")])
def test_data_on_a_banks_page_are_gone_when_the_login_is_cancelled_two_sites_away(
    method: str, choose: str, hub: HttpBrowser, person: Person
) -> None:
    methods, customer = hub.address, person.bank_customers["ing"]
    hub.submit("/metoda", method=method).submit(choose, bank="ing")
    hub.submit("/logowanie", number=customer.number, password=customer.password)
    page = hub.address
    assert person.pesel in hub.source
    cancelled(hub, methods)
    expect_used(hub, page)
    assert person.pesel not in hub.source


def test_a_card_is_off_the_reader_when_the_login_is_cancelled_two_sites_away(hub: HttpBrowser, card: IdCard) -> None:
    methods = hub.address
    hub.submit("/metoda", method="id_card").submit("/czytnik")
    hub.press("Dalej", number=card.number).press("Dalej", can=card.can)
    pin = hub.address
    cancelled(hub, methods)
    expect_used(hub, pin)


def test_a_bank_that_was_left_for_an_sms_code_shows_no_data(
    hub: HttpBrowser, world: WorldControl, person: Person
) -> None:
    profile, customer = person.trusted_profile, person.bank_customers["ing"]
    assert profile
    form = hub.submit("/metoda", method="trusted_profile").address
    hub.submit("/bank", bank="ing").submit("/logowanie", number=customer.number, password=customer.password)
    bank = hub.address
    hub.open(form).press("Zaloguj się", username=profile.username, password=profile.password)
    hub.press("Potwierdź", code=ControlPhone(world, person).read_sms().code)
    assert "/regulamin/" in hub.address
    expect_used(hub, bank)


def test_a_method_that_is_out_holds_up_no_cancel(hub: HttpBrowser, world: WorldControl) -> None:
    methods = hub.address
    hub.submit("/metoda", method="mobywatel")
    world.plant("out", Outage("login-mobywatel"))
    assert cancelled(hub, methods).heading == PortalPage.heading


def test_a_login_in_another_tab_ends_with_the_logout(
    hub: HttpBrowser, world: WorldControl, person: Person, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    waiting, elsewhere = hub.address, new_http_browser().open(world.url("ikp", "/zaloguj"))
    world.expect_login(person)
    hub.open(world.url("ikp", "/zaloguj")).press("Akceptuję i przechodzę do konta", zgoda="tak").press("Wyloguj się")
    expect_used(hub, waiting)
    assert elsewhere.open(elsewhere.address).status == httpx.codes.OK
