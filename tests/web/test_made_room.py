"""A login that others pushed out says so, on its page and in the journal; nothing else of it changes."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from fixtures.http_browser import HttpBrowser
from fixtures.provider import Provider, form_of
from mock_server.client import WorldControl
from mock_server.kernel import recent
from mock_server.kernel.people import Person
from mock_server.saml.authn_request import RequestOptions
from pages.login.refused import PushedOutPage

KEPT = 5
NEW_HTTP_BROWSER = Callable[[], HttpBrowser]


@pytest.fixture(autouse=True)
def _few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "KEPT", KEPT)


def begin(new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, often: int) -> None:
    """Others begin to log in."""
    for _ in range(often):
        new_http_browser().read(world.url("ikp", "/zaloguj"))


def forgotten(world: WorldControl) -> list[tuple[str, str, str]]:
    entries = world.journal()
    return [(one.site, one.event, one.details["kept"]) for one in entries if one.event.endswith("forgotten")]


def test_who_was_pushed_out_is_told(new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, person: Person) -> None:
    mine = new_http_browser()
    mine.stop_at = world.url("login")
    mine.open(world.url("ikp", "/zaloguj"))
    begin(new_http_browser, world, KEPT - 1)
    assert forgotten(world) == []
    begin(new_http_browser, world, 1)
    assert forgotten(world) == [("ikp", "oldest unfinished login forgotten", str(KEPT))]
    world.expect_login(person)
    mine.stop_at = None
    mine.submit("SingleSignOnService")
    assert (mine.status, mine.heading) == (410, PushedOutPage.heading)


def test_who_has_just_room_goes_on(new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, person: Person) -> None:
    mine = new_http_browser()
    mine.stop_at = world.url("login")
    mine.open(world.url("ikp", "/zaloguj"))
    begin(new_http_browser, world, KEPT - 1)
    world.expect_login(person)
    mine.stop_at = None
    assert mine.submit("SingleSignOnService").status == 200


def test_a_finished_login_goes_without_a_word(
    new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, person: Person
) -> None:
    world.expect_login(person)
    assert new_http_browser().open(world.url("ikp", "/zaloguj")).status == 200
    begin(new_http_browser, world, KEPT)
    assert forgotten(world) == []


def test_a_login_that_never_was_is_still_not_found(new_http_browser: NEW_HTTP_BROWSER, world: WorldControl) -> None:
    begin(new_http_browser, world, 2 * KEPT)
    assert new_http_browser().open(world.url("login", "/login/never-was")).status == 404


def test_a_request_is_not_taken_again_after_a_flood_of_others(
    new_http_browser: NEW_HTTP_BROWSER, provider: Provider
) -> None:
    address, form = provider.saml.hub.sso_url, form_of(_request(provider, "_first"))
    assert new_http_browser().post(address, **form).status == 200
    for number in range(2 * KEPT):
        assert new_http_browser().post(address, **form_of(_request(provider, f"_other-{number}"))).status == 200
    again = new_http_browser().post(address, **form)
    assert again.status == 400
    assert "replayed" in again.source


def test_an_endless_relay_state_is_refused(new_http_browser: NEW_HTTP_BROWSER, provider: Provider) -> None:
    form = form_of(_request(provider, "_first")) | {"RelayState": "x" * 4097}
    refused = new_http_browser().post(provider.saml.hub.sso_url, **form)
    assert refused.status == 400
    assert "RelayState" in refused.source
    assert new_http_browser().post(provider.saml.hub.sso_url, **form | {"RelayState": "x" * 4096}).status == 200


def test_an_endless_target_leads_to_the_landing_page(
    new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, person: Person
) -> None:
    world.expect_login(person)
    http_browser = new_http_browser().open(world.url("ikp", f"/zaloguj?cel=/{'x' * 3000}"))
    http_browser.press("Akceptuję i przechodzę do konta", zgoda="tak")
    assert (http_browser.status, "xxx" in http_browser.address) == (200, False)


def _request(provider: Provider, request_id: str) -> bytes:
    return provider.saml.build_authn_request(RequestOptions(), request_id=request_id, now=provider.world.now())


def test_an_endless_issuer_is_refused(new_http_browser: NEW_HTTP_BROWSER, provider: Provider) -> None:
    long = replace(provider, saml=replace(provider.saml, issuer=f"https://{'x' * 1017}"))
    refused = new_http_browser().post(long.saml.hub.sso_url, **form_of(_request(long, "_first")))
    assert refused.status == 400
    assert "1024" in refused.source
