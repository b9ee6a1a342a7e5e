"""No error page is a dead end: it leads on to where the person was going, and signs nobody out."""

import allure
import pytest
from playwright.sync_api import Page, expect

from fixtures.browsers import ContextMaker
from fixtures.people import Person
from fixtures.phone import Phone
from fixtures.start import OPEN
from fixtures.world import WorldControl
from pages.ikp.account import AccountPage
from pages.ikp.entrance import ConsentPage, LoggedOutPage, StartPage
from pages.login.methods import MethodsPage
from pages.login.refused import ForeignLoginPage, NoSuchPage, NotThisWayPage, TooLatePage, UsedPage
from pages.login_mobywatel.code import CodePage
from pages.pz.front import FrontPage

pytestmark = allure.epic("What goes wrong for people")
onward, signed_in = pytest.mark.behaviour("errors.onward"), pytest.mark.behaviour("errors.signed_in")

IKP = "Internetowe Konto Pacjenta (IKP)"
TOO_LATE = 30 * 60
IDLE = 15 * 60


@onward
def test_used_login_leads_back_to_the_service_that_asked(hub: MethodsPage, phone: Phone) -> None:
    methods, code_page = hub.page.url, hub.choose("mobywatel", CodePage)
    address = code_page.page.url
    phone.read_code(code_page.page).choose_approve()
    page = ConsentPage(code_page.page).submit_to_account().page
    for used in (methods, address):
        page.goto(used)
        UsedPage(page).choose_service(IKP, AccountPage)


@onward
def test_expired_login_leads_back_to_the_service_that_asked(hub: MethodsPage, world: WorldControl) -> None:
    world.freeze()
    code_page = hub.choose("mobywatel", CodePage)
    world.advance(TOO_LATE)
    code_page.page.reload()
    TooLatePage(code_page.page).choose_service(IKP, StartPage)


@onward
def test_stranger_to_a_login_is_led_to_no_service(hub: MethodsPage, new_context: ContextMaker) -> None:
    stranger = new_context().new_page()
    stranger.goto(hub.choose("mobywatel", CodePage).page.url)
    refused = ForeignLoginPage(stranger)
    expect(refused.page.get_by_role("link", name="Wróć do serwisu")).to_have_count(0)
    expect(refused.page.get_by_role("main")).not_to_contain_text(IKP)


@onward
@pytest.mark.parametrize("asked", ["/nie-ma-takiej-strony", "/ui/au/login/nie-ma"])
def test_missing_page_of_a_site_leads_to_the_start_of_that_site(page: Page, world: WorldControl, asked: str) -> None:
    page.goto(world.url("pz", asked))
    NoSuchPage(page).choose_start("pz.gov.pl", FrontPage)


@signed_in
@pytest.mark.parametrize("site", OPEN)
def test_signed_in_patient_keeps_name_and_way_out_on_an_error_page(
    page: Page, world: WorldControl, person: Person, site: str
) -> None:
    OPEN[site](page, world, person)
    for path, kind in (
        ("/nie-ma-takiej-strony", NoSuchPage),
        ("/recepty/nie-ma", NoSuchPage),
        ("/wyloguj", NotThisWayPage),
    ):
        page.goto(world.url(site, path))
        kind(page)
        expect(page.get_by_role("banner").get_by_role("button", name="Wyloguj się")).to_be_visible()


@signed_in
def test_name_and_way_out_work_on_an_error_page(page: Page, world: WorldControl, person: Person) -> None:
    OPEN["ikp"](page, world, person)
    page.goto(world.url("ikp", "/nie-ma-takiej-strony"))
    expect(NoSuchPage(page).page.get_by_role("banner").get_by_role("link", name=person.full_name)).to_be_visible()
    page.get_by_role("banner").get_by_role("button", name="Wyloguj się").click()
    LoggedOutPage(page)


@signed_in
def test_error_page_after_the_session_shows_nobodys_name(page: Page, world: WorldControl, person: Person) -> None:
    world.freeze()
    OPEN["ikp"](page, world, person)
    page.goto("about:blank")
    name = page.get_by_role("banner").get_by_role("link", name=person.full_name)
    for seconds, count in ((IDLE - 1, 1), (1, 0)):
        world.advance(seconds)
        page.goto(world.url("ikp", "/nie-ma-takiej-strony"))
        NoSuchPage(page)
        expect(name).to_have_count(count)
        page.goto("about:blank")
