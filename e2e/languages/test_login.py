"""A chosen language goes along with a login, from site to site, and ends with the browser."""

from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

import allure
import pytest
from playwright.sync_api import BrowserContext, Page

from e2e.languages.sites import SWITCH
from e2e.login.arrivals import ARRIVALS
from e2e.login.journey import Journey
from e2e.login.walks import WALKS
from e2e.paths import COMPUTER, IKP, PATHS, Path
from e2e.trusted_profile.asked import ask_for_code
from fixtures.account import Account
from fixtures.browsers import ContextMaker
from fixtures.http_browser import HttpBrowser
from fixtures.people import Confirmation, Person, PersonMaker
from fixtures.phone import Phone, PhoneMaker
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage, LoggedOutPage
from pages.ikp.records import PrescriptionsPage
from pages.languages import ENGLISH, POLISH, TWO, UKRAINIAN, nearest, want
from pages.login.methods import MethodsPage
from pages.pacjent.front import PortalPage
from pages.pz.front import FrontPage
from pages.pz.login import LoginPage

pytestmark = allure.epic("Languages")

COOKIE = "__Host-language"


def ways() -> Iterator[Path]:
    """Each way to prove who one is on a computer once, with the first provider that offers it."""
    seen = set()
    for path in PATHS:
        way = path.method, path.confirmation
        if (path.device, path.destination) == (COMPUTER, IKP) and way not in seen:
            seen.add(way)
            yield path


def choose_again(page: Page, world: WorldControl) -> MethodsPage:
    """A further login, in a browser that has been at the hub before."""
    page.goto(world.url("ikp", "/zaloguj"))
    return MethodsPage(page)


@pytest.mark.behaviour("language.survives")
@pytest.mark.parametrize("chosen", [ENGLISH, UKRAINIAN])
@pytest.mark.parametrize("way", [pytest.param(way, id=f"{way.method}-{way.confirmation}") for way in ways()])
def test_a_chosen_language_survives_the_login(
    page: Page,
    world: WorldControl,
    make_person: PersonMaker,
    make_phone: PhoneMaker,
    account: Account,
    way: Path,
    chosen: str,
) -> None:
    push = way.confirmation == "push"
    person = make_person(confirmation=Confirmation.PUSH if push else Confirmation.SMS)
    arrival = ARRIVALS[IKP]
    journey = Journey(
        path=way,
        hub=open_hub(page, world).choose_language(chosen),
        person=person,
        phone=make_phone(person),
        service=arrival.service,
        still_closed=lambda: account.expect_closed(page.context),
        edo_address=world.url("edo-app"),
    )
    home = arrival.enter(WALKS[way.method](journey, arrival.first_page))
    assert home.language == nearest(chosen, TWO)
    home.expect_patient(person.full_name, person.pesel)


@pytest.mark.behaviour("language.survives")
def test_a_language_that_is_chosen_at_a_method_comes_back_to_the_hub(page: Page, world: WorldControl) -> None:
    login = open_hub(page, world).choose("trusted_profile", LoginPage).choose_language(UKRAINIAN)
    login.submit_cancel(MethodsPage).expect_notice("Logowanie zostało przerwane").choose_language(ENGLISH)


@pytest.mark.behaviour("language.survives")
def test_a_language_that_is_chosen_at_the_portal_goes_along(page: Page, world: WorldControl) -> None:
    page.goto(world.url("pacjent"))
    portal = PortalPage(page).choose_language(ENGLISH)
    portal.menu.choose_open().choose_ikp(MethodsPage).choose_cancel(PortalPage).choose_banner(MethodsPage)


@pytest.mark.behaviour("language.survives")
def test_every_way_out_of_the_portal_takes_the_language_along(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl
) -> None:
    browser = new_http_browser().open(world.url("pacjent"))
    browser.open(urljoin(browser.address, str(browser.page.xpath(f"{SWITCH}[@lang='{ENGLISH}']/@href")[0])))
    links = {urljoin(browser.address, str(link)) for link in browser.page.xpath("//body//a/@href")}
    ways = {link for link in links if urlsplit(link).netloc != urlsplit(browser.address).netloc}
    assert len(ways) == 3, "to IKP, mojeIKP and the trusted profile"
    for way in ways:
        assert browser.open(way).page.get("lang") == ENGLISH, way


@pytest.mark.behaviour("language.survives")
def test_a_language_that_is_chosen_at_the_hub_comes_back_to_the_portal(page: Page, world: WorldControl) -> None:
    portal = open_hub(page, world).choose_language(UKRAINIAN).choose_cancel(PortalPage)
    assert portal.language == ENGLISH
    assert portal.choose_banner(MethodsPage).language == UKRAINIAN


@pytest.mark.behaviour("language.remembered")
def test_a_chosen_language_holds_in_a_new_tab_and_for_a_new_login(page: Page, world: WorldControl) -> None:
    open_hub(page, world).choose_language(UKRAINIAN)
    choose_again(page.context.new_page(), world)
    choose_again(page, world).choose("trusted_profile", LoginPage)
    FrontPage.goto(page.context.new_page(), world.url("pz"))
    page.reload()
    LoginPage(page)


@pytest.mark.behaviour("language.remembered")
def test_a_chosen_language_holds_after_logging_out(page: Page, world: WorldControl, person: Person) -> None:
    world.expect_login(person)
    page.goto(world.url("ikp", "/zaloguj"))
    home = ConsentPage(page).choose_language(ENGLISH).submit_to_account()
    home.choose_tile(PrescriptionsPage).choose_logout(LoggedOutPage)
    world.expect_login(person)
    page.goto(world.url("ikp", "/recepty"))
    PrescriptionsPage(page)


@pytest.mark.behaviour("language.forgotten")
def test_a_new_browser_knows_nothing_of_the_choice(page: Page, world: WorldControl, new_context: ContextMaker) -> None:
    open_hub(page, world).choose_language(UKRAINIAN).choose("trusted_profile", LoginPage)
    open_hub(new_context().new_page(), world)


@pytest.mark.behaviour("language.forgotten")
def test_the_choice_ends_with_the_browser(page: Page, world: WorldControl) -> None:
    hub = open_hub(page, world).choose_language(UKRAINIAN)
    hub.choose("trusted_profile", LoginPage)
    kept = kept_in(page.context)
    assert set(kept.values()) == {UKRAINIAN}
    assert len(kept) == 2, f"hub and method keep the choice, not {list(kept)}"
    assert all(cookie["expires"] == -1 for cookie in page.context.cookies() if cookie["name"] == COOKIE)
    page.context.clear_cookies(name=COOKIE)
    want(page.context, POLISH)
    page.reload()
    LoginPage(page)


@pytest.mark.behaviour("language.nearest")
@pytest.mark.parametrize("language", [UKRAINIAN], indirect=True)
def test_who_comes_in_ukrainian_meets_ikp_in_english_and_goes_on_in_ukrainian(
    page: Page, world: WorldControl, person: Person
) -> None:
    world.expect_login(person)
    page.goto(world.url("ikp", "/zaloguj"))
    home = ConsentPage(page).submit_to_account()
    assert home.language == ENGLISH
    home.choose_logout(LoggedOutPage)
    assert open_hub(page, world).language == UKRAINIAN


@pytest.mark.behaviour("language.nearest")
def test_who_chose_ukrainian_at_the_hub_finds_it_there_again_after_ikp(
    page: Page, world: WorldControl, phone: Phone
) -> None:
    dialog = ask_for_code(open_hub(page, world).choose_language(UKRAINIAN), phone.person)
    dialog.fill_code(phone.read_sms().code)
    regulations = dialog.submit(ConsentPage)
    assert regulations.language == ENGLISH
    regulations.submit_to_account().choose_logout(LoggedOutPage)
    assert choose_again(page, world).language == UKRAINIAN


def kept_in(context: BrowserContext) -> dict[str, str]:
    """The choice that a browser keeps, by host."""
    return {cookie["domain"]: cookie["value"] for cookie in context.cookies() if cookie["name"] == COOKIE}
