"""What one patient leaves behind in a browser: nothing, neither for the next one nor for “Back”."""

import pytest
from playwright.sync_api import Page, expect

from e2e.account.conftest import DocumentOpener
from e2e.account.pages import DATA, PRIVATE
from fixtures.account import Account
from fixtures.by_hand import ByHand
from fixtures.people import Person, PersonMaker
from fixtures.start import OPEN, PIN, open_account, open_mojeikp
from fixtures.world import WorldControl
from pages.ikp.account import AccountPage
from pages.ikp.entrance import LoggedOutPage
from pages.ikp.profile import ProfilePage
from pages.login.methods import MethodsPage
from pages.mojeikp.entrance import PinPage, SetPinPage, StartPage
from pages.mojeikp.home import HomePage

PAGES = ("/konto", "/moje-konto")
"""Of IKP, with the patient's name."""
sites = pytest.mark.parametrize("site", PRIVATE)


@pytest.mark.behaviour("account.change_of_user")
@pytest.mark.parametrize("known", [False, True], ids=["first-login", "later-login"])
def test_next_patient_finds_nothing_of_the_one_before(
    page: Page,
    world: WorldControl,
    make_person: PersonMaker,
    account: Account,
    known: bool,
) -> None:
    first, second = make_person(), make_person()
    if known:
        open_account(page, world, second).choose_logout(LoggedOutPage)
    open_account(page, world, first)
    for path in PAGES:
        page.goto(world.url("ikp", path))
        expect(page.get_by_text(first.full_name).first).to_be_visible()
    cookies = account.cookies(page.context)
    if known:
        world.expect_login(second)
        page.goto(world.url("ikp", "/zaloguj"))
        home = AccountPage(page)
    else:
        home = open_account(page, world, second)
    home.expect_patient(second.full_name, second.pesel)
    account.expect_open(page.context, second.pesel)
    assert account.data(cookies).status_code == 401
    home.choose_tile(ProfilePage)
    expect(page.get_by_text(first.pesel)).to_have_count(0)
    for path in PAGES:
        page.goto(world.url("ikp", path))
        expect(page.get_by_text(second.full_name).first).to_be_visible()
        expect(page.get_by_text(first.full_name)).to_have_count(0)


@pytest.mark.behaviour("account.change_of_user")
def test_tab_of_the_patient_before_is_over(
    page: Page, world: WorldControl, make_person: PersonMaker, by_hand: ByHand
) -> None:
    first, second = make_person(), make_person()
    with page.expect_request("**/sesja/*") as polled:
        open_account(page, world, first)
    open_account(page.context.new_page(), world, second)
    told = by_hand.send(by_hand.write("GET", polled.value.url, like=page.context))
    assert told.json() == {"status": "over"}
    expect(page.get_by_text(first.full_name)).to_have_count(0)
    expect(page.get_by_text(first.pesel)).to_have_count(0)


@pytest.mark.behaviour("account.change_of_user")
@pytest.mark.devices("pixel")
def test_next_patients_pin_replaces_the_one_before(
    page: Page, world: WorldControl, make_person: PersonMaker, account: Account
) -> None:
    first, second = make_person(), make_person()
    open_mojeikp(page, world, first).choose_logout(StartPage)
    world.expect_login(second)
    page.goto(world.url("mojeikp", "/zaloguj"))
    SetPinPage(page).submit_to_home("9753").choose_logout(StartPage).choose_pin().submit_pin(PIN, PinPage)
    account.at("mojeikp").expect_closed(page.context)
    PinPage(page).submit_pin("9753", HomePage).expect_patient(second.full_name, second.pesel)


@pytest.mark.behaviour("account.no_store")
@sites
def test_private_pages_are_kept_nowhere(
    page: Page, world: WorldControl, person: Person, open_document: DocumentOpener, by_hand: ByHand, site: str
) -> None:
    document = open_document(page, person, site)
    for address in (*(world.url(site, path) for path in (*PRIVATE[site], DATA)), document, f"{document}/pdf"):
        answer = by_hand.send(by_hand.write("GET", address, like=page.context))
        assert answer.status_code == 200, address
        assert "no-store" in answer.headers["cache-control"], address


@pytest.mark.behaviour("account.no_store")
@sites
def test_back_after_logout_shows_nothing(page: Page, world: WorldControl, person: Person, site: str) -> None:
    farewell = LoggedOutPage if site == "ikp" else StartPage
    entrance = MethodsPage if site == "ikp" else PinPage
    OPEN[site](page, world, person).choose_logout(farewell)
    page.go_back()
    entrance(page)
    expect(page.get_by_text(person.pesel)).to_have_count(0)
    expect(page.get_by_text(person.full_name)).to_have_count(0)
