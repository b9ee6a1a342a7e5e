"""An error page leads on to where its person was going, and leaves a signed-in patient signed in."""

from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.sites.login import rules
from mock_server.web.site_table import SITES

METHODS = ("trusted_profile", "mojeid", "id_card", "mobywatel")
NewHttpBrowser = Callable[[], HttpBrowser]


def ways_on(seen: HttpBrowser) -> list[tuple[str, str]]:
    """Where each link of the page leads, and what it says."""
    return [(str(link.get("href")), str(link.text_content())) for link in seen.page.xpath("//main//a")]


@pytest.mark.parametrize(
    ("acs", "start"),
    [
        ("https://ikp.example:8443/saml/acs?a=b#c", "https://ikp.example:8443/"),
        ("http://sp.localhost/", "http://sp.localhost/"),
    ],
)
def test_a_service_begins_at_the_root_of_where_it_takes_answers(acs: str, start: str) -> None:
    assert rules.start_of_service(acs) == start


@pytest.mark.parametrize("site", SITES)
def test_a_missing_page_leads_to_the_start_of_its_site_and_to_the_portal(
    new_http_browser: NewHttpBrowser, world: WorldControl, site: str
) -> None:
    ways = [address for address, _ in ways_on(new_http_browser().open(world.url(site, "/nie-ma/takiej/strony")))]
    portal = world.url("pacjent")
    assert ways == ([portal] if site == "pacjent" else ["/", portal])


@pytest.mark.parametrize(("service", "name"), [("ikp", "Internetowe Konto Pacjenta (IKP)"), ("mojeikp", "mojeIKP")])
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("over", ["used", "expired"])
def test_a_login_that_is_over_leads_back_to_the_service_that_asked(
    new_http_browser: NewHttpBrowser, world: WorldControl, service: str, name: str, method: str, over: str
) -> None:
    browser = new_http_browser().open(world.url(service, "/zaloguj"))
    hub, begun = browser.address, browser.submit("/metoda", method=method).address
    if over == "expired":
        world.advance(24 * 3600)
    else:
        browser.press("Anuluj").press("Anuluj")
    for address in (hub, begun):
        seen = browser.open(address)
        assert seen.status == 410
        assert ways_on(seen)[0] == (world.url(service), f"Wróć do serwisu {name}")


@pytest.mark.parametrize("method", ["trusted_profile", "mojeid"])
def test_a_login_at_a_bank_that_is_over_leads_back_to_the_service_too(
    hub: HttpBrowser, world: WorldControl, method: str
) -> None:
    chosen = hub.submit("/metoda", method=method)
    bank = chosen.post(f"{chosen.address}{'/bank' if method == 'trusted_profile' else ''}", bank="mbank").address
    world.advance(24 * 3600)
    assert ways_on(hub.open(bank))[0][0] == world.url("ikp")


def test_a_reader_that_was_left_lying_leads_back_to_the_service_too(hub: HttpBrowser, world: WorldControl) -> None:
    reader = hub.submit("/metoda", method="id_card").submit("/czytnik").address
    world.advance(24 * 3600)
    assert ways_on(hub.open(reader))[0][0] == world.url("ikp")


def test_an_answer_that_was_taken_leads_back_to_the_service(hub: HttpBrowser, world: WorldControl) -> None:
    hub.submit("/metoda", method="mobywatel")
    address, fields = hub.catch("/anuluj")
    hub.post(address, **fields)
    assert ways_on(hub.post(address, **fields))[0][0] == world.url("ikp")


def test_a_stranger_to_a_login_is_not_told_whose_service_it_is_for(
    new_http_browser: NewHttpBrowser, hub: HttpBrowser, world: WorldControl
) -> None:
    stranger = new_http_browser().open(hub.submit("/metoda", method="mobywatel").address)
    assert (stranger.status, [address for address, _ in ways_on(stranger)]) == (403, ["/", world.url("pacjent")])


@pytest.mark.parametrize(("target", "first"), [("/recepty", "/recepty"), ("/", "/")])
def test_who_comes_back_to_the_regulations_is_led_to_what_the_login_was_for(
    new_http_browser: NewHttpBrowser, world: WorldControl, target: str, first: str
) -> None:
    world.expect_login(world.make_person(1))
    browser = new_http_browser().open(world.url("ikp", f"/zaloguj?cel={target}"))
    regulations = browser.address
    browser.press("Akceptuję i przechodzę do konta", zgoda="tak")
    used = browser.open(regulations)
    assert used.status == 410
    assert ways_on(used)[0][0] == first


@pytest.fixture
def signed_in(new_http_browser: NewHttpBrowser, world: WorldControl) -> HttpBrowser:
    world.expect_login(world.make_person(1, given_name="Anna", family_name="Łoś"))
    browser = new_http_browser().open(world.url("ikp", "/zaloguj"))
    return browser.press("Akceptuję i przechodzę do konta", zgoda="tak")


@pytest.mark.parametrize(("path", "status"), [("/nie-ma", 404), ("/recepty/nie-ma", 404), ("/wyloguj", 405)])
def test_a_signed_in_patient_keeps_name_and_log_out_on_an_error_page(
    signed_in: HttpBrowser, world: WorldControl, path: str, status: int
) -> None:
    seen = signed_in.open(world.url("ikp", path))
    assert seen.status == status
    assert seen.text_of("//header//a[@href='/moje-konto']") == "Anna Łoś"
    assert signed_in.press("Wyloguj się").heading == "Wylogowano"


def test_who_is_signed_in_no_more_is_nobody_on_an_error_page(signed_in: HttpBrowser, world: WorldControl) -> None:
    world.advance(15 * 60 - 1)
    assert "Łoś" in signed_in.open(world.url("ikp", "/nie-ma")).source
    world.advance(1)
    assert "Łoś" not in signed_in.open(world.url("ikp", "/nie-ma")).source


def test_an_error_page_keeps_no_session_alive(signed_in: HttpBrowser, world: WorldControl) -> None:
    world.advance(15 * 60 - 1)
    signed_in.open(world.url("ikp", "/nie-ma"))
    world.advance(1)
    assert signed_in.read(world.url("ikp", "/api/konto")).status_code == 401


def test_in_mojeikp_the_menu_stays_too(new_http_browser: NewHttpBrowser, world: WorldControl) -> None:
    world.expect_login(world.make_person(1))
    browser = new_http_browser().open(world.url("mojeikp", "/zaloguj"))
    browser.press("Zapisz PIN", pin="2580", pin_again="2580").open(world.url("mojeikp", "/nie-ma"))
    assert browser.status == 404
    assert "/recepty" in browser.page.xpath("//nav[@aria-label='Aplikacja']//a/@href")
    assert browser.press("Wyloguj się").address.startswith(world.url("mojeikp"))
