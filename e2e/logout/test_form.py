"""A logout is a POST with the session's token, and leads only to pages on a list."""

from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page

from fixtures.account import Account
from fixtures.by_hand import ByHand
from fixtures.devices import COMPUTER, Device
from fixtures.people import Person, PersonMaker
from fixtures.start import OPEN, open_account
from fixtures.world import WorldControl
from pages.ikp.account import AccountPage
from pages.ikp.profile import ProfilePage
from pages.pacjent.front import PortalPage

SITES = ("ikp", "mojeikp")
POST = """address => {
  const form = document.createElement("form");
  Object.assign(form, {method: "post", action: address});
  document.body.append(form);
  form.submit();
}"""


def token_of(page: Page) -> str:
    """What the logout form of this page carries."""
    return page.get_by_role("banner").locator("[name=token]").input_value()


@pytest.mark.behaviour("logout.post")
@pytest.mark.parametrize("site", SITES)
def test_logout_without_its_token_ends_nothing(
    page: Page,
    world: WorldControl,
    make_person: PersonMaker,
    new_actor: Callable[[Device], Page],
    by_hand: ByHand,
    account: Account,
    site: str,
) -> None:
    patient, other = make_person(), new_actor(COMPUTER)
    OPEN[site](page, world, patient)
    OPEN[site](other, world, make_person())
    address, token = world.url(site, "/wyloguj"), token_of(page)
    for form in ({}, {"token": ""}, {"token": "made-up"}, {"token": token[:-1]}, {"token": token_of(other)}):
        refused = by_hand.send(by_hand.write("POST", address, like=page.context, form=form))
        assert refused.status_code == 403, form.keys()
    account.at(site).expect_open(page.context, patient.pesel)


@pytest.mark.behaviour("logout.post")
@pytest.mark.parametrize("site", SITES)
@pytest.mark.beyond_faults("no rule decides it: the logout has no route for a GET")
def test_following_a_link_logs_nobody_out(
    page: Page, world: WorldControl, person: Person, by_hand: ByHand, account: Account, site: str
) -> None:
    OPEN[site](page, world, person)
    address = world.url(site, f"/wyloguj?token={token_of(page)}")
    assert by_hand.send(by_hand.write("GET", address, like=page.context)).status_code in {404, 405}
    account.at(site).expect_open(page.context, person.pesel)


@pytest.mark.behaviour("logout.post")
@pytest.mark.beyond_faults("two guards hold it, the token and the cookie that stays at home; one fault breaks one")
def test_foreign_page_logs_nobody_out(page: Page, world: WorldControl, person: Person, account: Account) -> None:
    open_account(page, world, person)
    foreign = page.context.new_page()
    foreign.goto(world.url("pacjent"))
    with foreign.expect_navigation():
        foreign.evaluate(POST, world.url("ikp", "/wyloguj"))
    account.expect_open(page.context, person.pesel)


@pytest.mark.behaviour("logout.return")
def test_logout_leads_only_to_listed_pages(page: Page, world: WorldControl, person: Person, by_hand: ByHand) -> None:
    open_account(page, world, person)
    portal, farewell = world.url("pacjent", "/?komunikat=wylogowano"), world.url("ikp", "/wylogowano")
    expected = {
        portal: portal,
        "/wylogowano": farewell,
        "": farewell,
        "https://evil.localhost/": farewell,
        "//evil.localhost/": farewell,
        "/\\evil.localhost/": farewell,
        f"{portal}&dalej=https://evil.localhost/": farewell,
        portal.replace(".localhost", ".localhost.evil.localhost"): farewell,
        portal.replace("://", "://evil.localhost/?"): farewell,
        world.url("pacjent"): farewell,
        "/konto": farewell,
    }
    for wanted, leads_to in expected.items():
        world.expect_login(person)
        page.goto(world.url("ikp", "/zaloguj"))
        AccountPage(page)
        form = {"token": token_of(page), "powrot": wanted}
        page.goto("about:blank")
        answer = by_hand.send(by_hand.write("POST", world.url("ikp", "/wyloguj"), like=page.context, form=form))
        assert urljoin(farewell, answer.headers["location"]) == leads_to, wanted


@pytest.mark.behaviour("logout.return")
def test_logout_leads_back_to_the_portal_on_request(page: Page, world: WorldControl, person: Person) -> None:
    profile = open_account(page, world, person).choose_tile(ProfilePage)
    profile.choose_logout_to_portal(PortalPage).expect_notice("Wylogowano z Internetowego Konta Pacjenta")
