"""A logout names the very login that ends: at the hub, and at every other account that the hub tells."""

from collections.abc import Callable

import pytest

from fixtures.breaking import Breaker
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.start import PIN
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("logout.named")


def open_ikp(browser: HttpBrowser, world: WorldControl, person: Person) -> None:
    world.expect_login(person)
    browser.open(world.url("ikp", "/zaloguj"))
    if "/regulamin/" in browser.address:
        browser.press("Akceptuję i przechodzę do konta", zgoda="tak")
    assert account_of(browser, world, "ikp") == 200


def open_mojeikp(browser: HttpBrowser, world: WorldControl, person: Person) -> None:
    world.expect_login(person)
    browser.open(world.url("mojeikp", "/zaloguj")).press("Zapisz PIN", pin=PIN, pin_again=PIN)
    assert account_of(browser, world, "mojeikp") == 200


def account_of(browser: HttpBrowser, world: WorldControl, site: str) -> int:
    """How the account's data endpoint answers this browser."""
    return browser.read(world.url(site, "/api/konto")).status_code


def test_logout_ends_the_login_of_its_own_browser_at_the_hub(
    world: WorldControl, person: Person, breaker: Breaker, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    here, at_home = new_http_browser(), new_http_browser()
    for browser in (at_home, here):
        open_ikp(browser, world, person)
    here.open(world.url("ikp", "/konto")).press("Wyloguj się")
    breaker.let_providers_not_force()
    here.open(world.url("mojeikp", "/zaloguj"))
    assert here.heading == "Wybierz sposób logowania"
    at_home.open(world.url("mojeikp", "/zaloguj"))
    assert at_home.heading == "Ustaw PIN"


def test_logout_that_is_passed_on_leaves_the_same_patients_phone_alone(
    world: WorldControl, person: Person, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    computer, phone = new_http_browser(), new_http_browser()
    open_mojeikp(phone, world, person)
    open_mojeikp(computer, world, person)
    open_ikp(computer, world, person)
    computer.open(world.url("ikp", "/konto")).press("Wyloguj się")
    assert account_of(computer, world, "mojeikp") == 401
    assert account_of(phone, world, "mojeikp") == 200
