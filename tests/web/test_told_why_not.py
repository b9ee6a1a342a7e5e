"""A refusal is a page: its status, its heading, and a line on what the person can do now."""

from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from pages.base import BasePage
from pages.login.methods import MethodsPage
from pages.login.refused import ForeignLoginPage, NoSuchPage, TooLatePage, UsedPage

METHODS = ("trusted_profile", "mojeid", "id_card", "mobywatel")
NEW_HTTP_BROWSER = Callable[[], HttpBrowser]


def expect_refused(seen: HttpBrowser, status: int, page: type[BasePage]) -> None:
    assert (seen.status, seen.heading) == (status, page.heading)
    assert seen.text_of("//main/p[1]"), "what to do now"


@pytest.mark.parametrize("path", ["/nie-ma", "/aktualnosci/nie-ma"])
def test_a_page_that_is_not_there_is_refused_as_such(
    new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, path: str
) -> None:
    expect_refused(new_http_browser().open(world.url("pacjent", path)), 404, NoSuchPage)


@pytest.mark.parametrize("method", METHODS)
def test_a_login_of_another_browser_is_refused(
    new_http_browser: NEW_HTTP_BROWSER, hub: HttpBrowser, method: str
) -> None:
    expect_refused(new_http_browser().open(hub.address), 403, ForeignLoginPage)
    expect_refused(new_http_browser().open(hub.submit("/metoda", method=method).address), 403, ForeignLoginPage)


@pytest.mark.parametrize("method", METHODS)
def test_a_login_that_was_given_up_is_used(hub: HttpBrowser, method: str) -> None:
    begun = hub.submit("/metoda", method=method).address
    assert hub.press("Anuluj").heading == MethodsPage.heading
    expect_refused(hub.open(begun), 410, UsedPage)


@pytest.mark.parametrize("method", [None, *METHODS])
def test_a_login_that_lay_too_long_is_over(hub: HttpBrowser, world: WorldControl, method: str | None) -> None:
    begun = (hub.submit("/metoda", method=method) if method else hub).address
    world.advance(24 * 3600)
    expect_refused(hub.open(begun), 410, TooLatePage)


@pytest.mark.parametrize("method", ["", "passport"])
def test_a_method_that_is_none_leads_nowhere(hub: HttpBrowser, method: str) -> None:
    expect_refused(hub.post(f"{hub.address}/metoda", method=method), 404, NoSuchPage)


@pytest.mark.parametrize("bank", ["", "alior", "nie-ma"])
def test_a_bank_that_mojeid_has_not_leads_nowhere(hub: HttpBrowser, bank: str) -> None:
    mojeid = hub.submit("/metoda", method="mojeid")
    expect_refused(mojeid.post(mojeid.address, bank=bank), 404, NoSuchPage)


@pytest.mark.parametrize("bank", ["", "nie-ma"])
def test_a_bank_that_the_trusted_profile_has_not_leads_nowhere(hub: HttpBrowser, bank: str) -> None:
    profile = hub.submit("/metoda", method="trusted_profile")
    expect_refused(profile.post(f"{profile.address}/bank", bank=bank), 404, NoSuchPage)


@pytest.mark.parametrize("site", ["pz", "mojeid", "e-dowod", "czytnik", "login-mobywatel", "mbank"])
def test_a_question_that_nobody_asked_is_refused(
    new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, site: str
) -> None:
    asked = new_http_browser().post(world.url(site, "/delegated"), asker="login", ask="unknown")
    expect_refused(asked, 410, UsedPage)


@pytest.mark.parametrize("site", ["login", "pz", "mojeid", "e-dowod"])
def test_an_answer_that_nobody_awaits_is_refused(
    new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, site: str
) -> None:
    answered = new_http_browser().post(world.url(site, "/answered"), ask="unknown", artifact="unknown")
    expect_refused(answered, 410, UsedPage)


def test_an_answer_in_another_browser_is_refused(new_http_browser: NEW_HTTP_BROWSER, hub: HttpBrowser) -> None:
    hub.submit("/metoda", method="mobywatel")
    address, fields = hub.catch("/anuluj")
    expect_refused(new_http_browser().post(address, **fields), 403, ForeignLoginPage)


def test_an_answer_is_taken_once(hub: HttpBrowser) -> None:
    hub.submit("/metoda", method="mobywatel")
    address, fields = hub.catch("/anuluj")
    assert hub.post(address, **fields).heading == MethodsPage.heading
    expect_refused(hub.post(address, **fields), 410, UsedPage)


@pytest.mark.parametrize("chosen", ["mojeid", "id_card", "mobywatel"])
def test_an_answer_after_another_method_was_chosen_is_refused(hub: HttpBrowser, chosen: str) -> None:
    choosing = hub.address
    address, fields = hub.submit("/metoda", method=chosen).catch("/anuluj")
    hub.post(f"{choosing}/metoda", method="trusted_profile")
    expect_refused(hub.post(address, **fields), 410, UsedPage)


@pytest.mark.parametrize(
    "path", ["/account", "/account/profile", "/account/profile/details", "/account/profile/method"]
)
def test_the_own_account_is_closed_without_a_session(
    new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, path: str
) -> None:
    assert new_http_browser().open(world.url("pz", path)).status == 401


def test_a_logout_without_its_token_is_refused_and_the_session_lives_on(
    new_http_browser: NEW_HTTP_BROWSER, world: WorldControl
) -> None:
    world.expect_login(world.make_person(1))
    account = (
        new_http_browser().open(world.url("ikp", "/zaloguj")).press("Akceptuję i przechodzę do konta", zgoda="tak")
    )
    refused = account.post(world.url("ikp", "/wyloguj"), token="guessed")
    assert refused.status == 403
    assert account.read(world.url("ikp", "/api/konto")).status_code == 200


@pytest.mark.parametrize("site", ["ikp", "login", "pz", "mbank"])
def test_the_back_channel_is_not_there_for_a_browser(
    new_http_browser: NEW_HTTP_BROWSER, world: WorldControl, site: str
) -> None:
    expect_refused(new_http_browser().post(world.url(site, "/back/ready")), 404, NoSuchPage)
