"""Logging out: at the server, in every tab, at login.gov.pl too, and nobody else."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from fixtures.account import Account
from fixtures.breaking import Breaker
from fixtures.devices import COMPUTER, PIXEL, Device
from fixtures.people import Person, PersonMaker
from fixtures.start import OPEN, open_account, open_mojeikp
from fixtures.world import WorldControl
from pages.ikp.account import AccountPage
from pages.ikp.entrance import LoggedOutPage, SessionOverPage
from pages.ikp.profile import ProfilePage
from pages.ikp.records import PrescriptionsPage
from pages.login.methods import MethodsPage
from pages.mojeikp.entrance import SetPinPage, StartPage

FAREWELL = {"ikp": LoggedOutPage, "mojeikp": StartPage}
sites = pytest.mark.parametrize("site", FAREWELL)


@pytest.mark.behaviour("logout.server")
@sites
def test_replayed_cookie_opens_nothing_after_logout(
    page: Page, world: WorldControl, person: Person, account: Account, site: str
) -> None:
    home, its_account = OPEN[site](page, world, person), account.at(site)
    stolen = its_account.cookies(page.context)
    assert its_account.data(stolen).status_code == 200
    home.choose_logout(FAREWELL[site])
    assert its_account.data(stolen).status_code == 401
    its_account.expect_closed(page.context)


@pytest.mark.behaviour("logout.tabs")
@sites
def test_logout_in_one_tab_empties_the_others(page: Page, world: WorldControl, person: Person, site: str) -> None:
    home = OPEN[site](page, world, person)
    other = page.context.new_page()
    other.goto(world.url(site, "/recepty"))
    PrescriptionsPage(other)
    home.choose_logout(FAREWELL[site])
    SessionOverPage(other).expect_nothing_of(person.full_name)


@pytest.mark.behaviour("logout.hub")
@pytest.mark.parametrize("device", ["computer", "pixel"], indirect=True)
def test_after_logout_the_hub_asks_again(page: Page, world: WorldControl, person: Person, breaker: Breaker) -> None:
    breaker.let_providers_not_force()
    open_account(page, world, person)
    page.goto(world.url("ikp", "/zaloguj"))
    AccountPage(page).choose_logout(LoggedOutPage).choose_login(MethodsPage)
    page.goto(world.url("mojeikp", "/zaloguj"))
    MethodsPage(page)


@pytest.mark.behaviour("logout.hub")
def test_logout_from_the_app_counts_at_the_hub(
    page: Page, world: WorldControl, person: Person, breaker: Breaker
) -> None:
    breaker.let_providers_not_force()
    open_mojeikp(page, world, person).choose_logout(StartPage).choose_login_without_pin(MethodsPage)


@pytest.mark.behaviour("logout.hub")
@pytest.mark.unwatched("open_things", reason="login.gov.pl is out, and keeps its session: that is what the page tells")
def test_logout_that_the_hub_did_not_hear_is_told(
    page: Page, world: WorldControl, person: Person, breaker: Breaker, account: Account
) -> None:
    home = open_account(page, world, person)
    breaker.put_out("login")
    home.choose_logout(LoggedOutPage).expect_problem("Nie udało się zakończyć sesji w login.gov.pl")
    account.expect_closed(page.context)


@pytest.mark.behaviour("logout.hub")
@pytest.mark.unwatched("open_things", reason="login.gov.pl is out, and keeps its session: that is what the page tells")
def test_logout_from_the_app_that_the_hub_did_not_hear_is_told(
    page: Page, world: WorldControl, person: Person, breaker: Breaker, account: Account
) -> None:
    home = open_mojeikp(page, world, person)
    breaker.put_out("login")
    home.choose_logout(StartPage).expect_notice("sesja w login.gov.pl trwa")
    account.at("mojeikp").expect_closed(page.context)


@pytest.mark.behaviour("logout.others")
def test_logout_ends_nobody_elses_session(
    page: Page,
    world: WorldControl,
    make_person: PersonMaker,
    new_actor: Callable[[Device], Page],
    account: Account,
    breaker: Breaker,
) -> None:
    breaker.let_providers_not_force()
    leaver, stayer = make_person(birth_date="1990-01-01"), make_person(birth_date="1990-01-01")
    other, phone = new_actor(COMPUTER), new_actor(PIXEL)
    open_account(other, world, stayer)
    home = open_account(page, world, leaver)
    open_mojeikp(phone, world, leaver)
    account.expect_open(other.context, stayer.pesel)
    home.choose_logout(LoggedOutPage)
    account.expect_open(other.context, stayer.pesel)
    account.at("mojeikp").expect_open(phone.context, leaver.pesel)
    other.goto(world.url("mojeikp", "/zaloguj"))
    SetPinPage(other)


@pytest.mark.behaviour("logout.hub", "logout.others")
@pytest.mark.parametrize(("left", "other"), [("ikp", "mojeikp"), ("mojeikp", "ikp")])
def test_logout_reaches_the_other_account_of_the_same_login_and_nobody_elses(
    page: Page,
    world: WorldControl,
    make_person: PersonMaker,
    new_actor: Callable[[Device], Page],
    account: Account,
    left: str,
    other: str,
) -> None:
    leaver, stayer, elsewhere = make_person(), make_person(), new_actor(COMPUTER)
    OPEN[other](elsewhere, world, stayer)
    OPEN[other](page, world, leaver)
    home, other_account = OPEN[left](page, world, leaver), account.at(other)
    other_account.expect_open(page.context, leaver.pesel)
    home.choose_logout(FAREWELL[left])
    assert other_account.data(other_account.cookies(page.context)).status_code == 401
    other_account.expect_open(elsewhere.context, stayer.pesel)


@pytest.mark.behaviour("logout.others")
def test_logout_leaves_the_same_persons_other_browser_alone(
    page: Page,
    world: WorldControl,
    person: Person,
    new_actor: Callable[[Device], Page],
    account: Account,
    breaker: Breaker,
) -> None:
    breaker.let_providers_not_force()
    home, phone = open_account(page, world, person), new_actor(PIXEL)
    open_mojeikp(phone, world, person)
    home.choose_logout(LoggedOutPage)
    account.at("mojeikp").expect_open(phone.context, person.pesel)
    phone.goto(world.url("ikp", "/zaloguj"))
    AccountPage(phone)


@pytest.mark.behaviour("trouble.shared")
@pytest.mark.parametrize("site", ["ikp", "mojeikp"])
def test_nobody_is_let_in_silently_while_somebody_else_is_signed_in(
    page: Page, world: WorldControl, person: Person, site: str
) -> None:
    open_account(page, world, person)
    page.goto(world.url(site, "/zaloguj"))
    MethodsPage(page)


@pytest.mark.behaviour("trouble.shared")
def test_nobody_is_let_in_silently_after_a_session_that_ran_out(
    page: Page, world: WorldControl, person: Person, breaker: Breaker
) -> None:
    breaker.let_providers_not_force()
    world.freeze()
    open_account(page, world, person).choose_tile(ProfilePage)
    world.advance(15 * 60)
    SessionOverPage(page)
    page.goto(world.url("ikp", "/zaloguj"))
    MethodsPage(page)
