"""The session id: new at every login, and in no address."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, Request

from e2e.session.limits import SITES
from fixtures.account import SESSION_COOKIE, Account
from fixtures.by_hand import ByHand
from fixtures.people import Person
from fixtures.start import OPEN, PIN, open_account, open_mojeikp
from fixtures.world import WorldControl
from pages.ikp.account import AccountPage
from pages.ikp.entrance import LoggedOutPage
from pages.ikp.records import PrescriptionsPage
from pages.login.methods import MethodsPage

SECRET_FIELDS = {"SAMLRequest", "SAMLart", "token"}
"""Of the forms of a login and a logout: what nobody else may see."""


@pytest.mark.behaviour("session.fresh_id")
@pytest.mark.parametrize("site", SITES)
def test_nothing_the_browser_carried_before_becomes_its_session(
    page: Page, world: WorldControl, person: Person, account: Account, site: str
) -> None:
    page.goto(world.url(site, "/zaloguj"))
    MethodsPage(page)
    before = {cookie["value"] for cookie in page.context.cookies()}
    assert before, "every site has marked this browser"
    OPEN[site](page, world, person)
    its_account = account.at(site)
    assert its_account.cookies(page.context)[SESSION_COOKIE] not in before
    assert {its_account.data({SESSION_COOKIE: value}).status_code for value in before} == {401}


@pytest.mark.behaviour("session.fresh_id")
def test_second_login_has_another_id_and_ends_the_first(
    page: Page, world: WorldControl, person: Person, account: Account
) -> None:
    open_account(page, world, person)
    first = account.cookies(page.context)
    world.expect_login(person)
    page.goto(world.url("ikp", "/zaloguj"))
    AccountPage(page)
    assert account.cookies(page.context)[SESSION_COOKIE] != first[SESSION_COOKIE]
    assert account.data(first).status_code == 401
    account.expect_open(page.context, person.pesel)


@pytest.mark.behaviour("session.fresh_id")
def test_planted_id_is_not_taken_over_by_the_pin(
    page: Page, world: WorldControl, person: Person, account: Account, by_hand: ByHand
) -> None:
    open_mojeikp(page, world, person)
    planted = "planted-by-somebody-who-waits"
    request = by_hand.write("POST", world.url("mojeikp", "/pin"), like=page.context, form={"pin": PIN})
    others = [part for part in request.headers["Cookie"].split("; ") if not part.startswith(SESSION_COOKIE)]
    request.headers["Cookie"] = "; ".join([*others, f"{SESSION_COOKIE}={planted}"])
    answer = by_hand.send(request)
    assert [header for header in answer.headers.get_list("set-cookie") if header.startswith(SESSION_COOKIE)]
    assert account.at("mojeikp").data({SESSION_COOKIE: planted}).status_code == 401


@pytest.mark.behaviour("session.no_url")
@pytest.mark.parametrize("site", SITES)
def test_no_token_travels_in_an_address(page: Page, world: WorldControl, person: Person, site: str) -> None:
    requests: list[Request] = []

    def keep(request: Request) -> None:
        requests.append(request)

    page.context.on("request", keep)
    home = OPEN[site](page, world, person)
    home.choose_tile(PrescriptionsPage)
    secrets = {cookie["value"] for cookie in page.context.cookies() if cookie["name"] != "__Host-cookies-seen"}
    page.go_back()
    with page.expect_response(lambda response: response.url.partition("?")[0].endswith("/wyloguj")):
        page.get_by_role("banner").get_by_role("button", name="Wyloguj się").click()
    posted = posted_secrets(world)
    assert {name for name, _ in posted} == SECRET_FIELDS, "a form that could leak was not sent"
    secrets |= {value for _, value in posted}
    leaks = [request.url for request in requests if any(secret in unquote(request.url) for secret in secrets)]
    assert not leaks, "a token stands in an address"


@pytest.mark.behaviour("session.no_url")
def test_no_page_leads_on_with_a_token_in_its_address(
    page: Page, world: WorldControl, person: Person, account: Account
) -> None:
    account_page = open_account(page, world, person)
    session = account.cookies(page.context)[SESSION_COOKIE]
    prescriptions = account_page.choose_tile(PrescriptionsPage)
    for shown in (prescriptions, prescriptions.choose_first()):
        source = shown.page.content()
        assert session not in source, "the session id stands in the page itself"
    prescriptions.choose_logout(LoggedOutPage)


def posted_secrets(world: WorldControl) -> set[tuple[str, str]]:
    """Names and values, as the sites wrote them down: Firefox over BiDi does not tell what it posted."""
    return {
        (name, value)
        for entry in world.journal(with_secrets=True)
        for name, value in entry.details.items()
        if name in SECRET_FIELDS and value
    }
