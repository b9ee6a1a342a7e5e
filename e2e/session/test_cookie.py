"""The session cookie: what the browser keeps of it, and what the server's header says."""

import pytest
from playwright.sync_api import Page

from e2e.session.limits import SITES
from fixtures.account import SESSION_COOKIE, Account
from fixtures.by_hand import ByHand
from fixtures.people import Person
from fixtures.start import OPEN, PIN, open_mojeikp
from fixtures.world import WorldControl
from pages.base import BasePage
from pages.ikp.entrance import ConsentPage
from pages.mojeikp.entrance import SetPinPage

pytestmark = pytest.mark.behaviour("session.cookie")

LAST_STEP: dict[str, tuple[type[BasePage], dict[str, str]]] = {
    "ikp": (ConsentPage, {"zgoda": "tak"}),
    "mojeikp": (SetPinPage, {"pin": PIN, "pin_again": PIN}),
}


def expect_header(set_cookie: list[str]) -> None:
    """Exactly one session cookie is set, with every guard and no lifetime and no domain."""
    (session,) = [header for header in set_cookie if header.startswith(f"{SESSION_COOKIE}=")]
    parts = session.lower().split("; ")[1:]
    assert sorted(parts) in (
        ["httponly", "path=/", "samesite=lax", "secure"],
        ["httponly", "path=/", "samesite=strict", "secure"],
    )


@pytest.mark.parametrize("site", SITES)
def test_header_states_every_guard(page: Page, world: WorldControl, person: Person, by_hand: ByHand, site: str) -> None:
    arrival, form = LAST_STEP[site]
    world.expect_login(person)
    page.goto(world.url(site, "/zaloguj"))
    arrival(page)
    answer = by_hand.send(by_hand.write("POST", page.url, like=page.context, form=form))
    expect_header(answer.headers.get_list("set-cookie"))


def test_header_after_the_pin_states_every_guard(
    page: Page, world: WorldControl, person: Person, by_hand: ByHand
) -> None:
    open_mojeikp(page, world, person)
    answer = by_hand.send(by_hand.write("POST", world.url("mojeikp", "/pin"), like=page.context, form={"pin": PIN}))
    expect_header(answer.headers.get_list("set-cookie"))


@pytest.mark.parametrize("site", SITES)
def test_browser_keeps_it_from_scripts_from_other_hosts_and_from_the_disk(
    page: Page, world: WorldControl, person: Person, site: str
) -> None:
    OPEN[site](page, world, person)
    kept = [cookie for cookie in page.context.cookies() if cookie["name"] == SESSION_COOKIE]
    hosts = [cookie["domain"] for cookie in kept]
    assert sorted(hosts) == sorted(world.url(name).split("/")[2].split(":")[0] for name in (site, "login"))
    for cookie in kept:
        assert cookie["httpOnly"]
        assert cookie["secure"]
        assert cookie["sameSite"] in {"Lax", "Strict"}
        assert cookie["expires"] == -1
        assert cookie["path"] == "/"
    assert SESSION_COOKIE not in page.evaluate("document.cookie")


def test_sibling_host_is_not_sent_the_cookie(page: Page, world: WorldControl, person: Person, account: Account) -> None:
    OPEN["ikp"](page, world, person)
    session = account.cookies(page.context)[SESSION_COOKIE]
    for site in ("pacjent", "mojeikp", "pz"):
        sent = {cookie["value"] for cookie in page.context.cookies(world.url(site))}
        assert session not in sent, site
