"""The return from login.gov.pl counts in the browser that went there, for the login that it began, once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from fixtures.account import SESSION_COOKIE, Account
from fixtures.by_hand import ByHand
from fixtures.devices import COMPUTER, Device
from fixtures.people import Person
from fixtures.world import WorldControl
from pages.login.methods import MethodsPage

pytestmark = pytest.mark.behaviour("redirect.state")

SITES = ("ikp", "mojeikp")


def hold_return(page: Page, world: WorldControl, person: Person, site: str = "ikp") -> dict[str, str]:
    """Log in as far as the form that login.gov.pl has the browser send; keep it, and send nothing."""
    sends_it = world.url("login", "/static/auto-post.js")
    page.route(sends_it, lambda route: route.fulfill(body="", content_type="text/javascript"))
    world.expect_login(person)
    page.goto(world.url(site, "/zaloguj"))
    page.wait_for_selector("form[action$='/saml/acs']")
    page.unroute(sends_it)
    held = page.locator("form[action$='/saml/acs'] input[type=hidden]")
    return dict(held.evaluate_all("all => all.map(({ name, value }) => [name, value])"))


@pytest.mark.parametrize("site", SITES)
def test_return_counts_only_in_the_browser_that_began(
    page: Page,
    world: WorldControl,
    person: Person,
    new_actor: Callable[[Device], Page],
    by_hand: ByHand,
    account: Account,
    site: str,
) -> None:
    form, address = hold_return(page, world, person, site), world.url(site, "/saml/acs")
    victim = new_actor(COMPUTER)
    victim.goto(world.url(site, "/zaloguj"))
    MethodsPage(victim)
    for browser in (None, victim.context):
        refused = by_hand.send(by_hand.write("POST", address, like=browser, form=form))
        assert refused.status_code == 403
        assert "location" not in refused.headers
        assert not [cookie for cookie in refused.headers.get_list("set-cookie") if SESSION_COOKIE in cookie]
    account.at(site).expect_closed(victim.context)
    assert by_hand.send(by_hand.write("POST", address, like=page.context, form=form)).status_code == 303


@pytest.mark.beyond_faults("no rule decides it: a login is looked up by its whole id")
def test_return_for_no_login_is_refused(page: Page, world: WorldControl, person: Person, by_hand: ByHand) -> None:
    form, address = hold_return(page, world, person), world.url("ikp", "/saml/acs")
    for state in ("", "made-up", "https://evil.localhost/", "/recepty"):
        refused = by_hand.send(by_hand.write("POST", address, like=page.context, form=form | {"RelayState": state}))
        assert refused.status_code == 404, state
        assert "location" not in refused.headers
    without = {"SAMLart": form["SAMLart"]}
    assert by_hand.send(by_hand.write("POST", address, like=page.context, form=without)).status_code == 404


def test_return_counts_once(page: Page, world: WorldControl, person: Person, by_hand: ByHand) -> None:
    form, address = hold_return(page, world, person), world.url("ikp", "/saml/acs")
    assert by_hand.send(by_hand.write("POST", address, like=page.context, form=form)).status_code == 303
    again = by_hand.send(by_hand.write("POST", address, like=page.context, form=form))
    assert again.status_code == 410
    assert "został już użyty" in again.text


def test_return_for_another_login_of_the_same_browser_is_refused(
    page: Page, world: WorldControl, person: Person, by_hand: ByHand, account: Account
) -> None:
    first = hold_return(page, world, person)
    second = hold_return(page, world, person)
    swapped = {"SAMLart": first["SAMLart"], "RelayState": second["RelayState"]}
    refused = by_hand.send(by_hand.write("POST", world.url("ikp", "/saml/acs"), like=page.context, form=swapped))
    assert refused.status_code == 403
    account.expect_closed(page.context)


@pytest.mark.parametrize(("seconds", "status"), [(30 * 60 - 1, 200), (30 * 60, 410)])
def test_login_left_lying_is_over(page: Page, world: WorldControl, by_hand: ByHand, seconds: int, status: int) -> None:
    world.freeze()
    page.goto(world.url("ikp", "/zaloguj"))
    MethodsPage(page)
    world.advance(seconds)
    assert by_hand.send(by_hand.write("GET", page.url, like=page.context)).status_code == status
