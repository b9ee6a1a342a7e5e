"""The first language is the browser's choice, every later one the person's."""

from collections.abc import Callable
from urllib.parse import quote, urljoin, urlsplit

import allure
import pytest
from playwright.sync_api import Page, expect

from e2e.languages.sites import FOOTER, SPOKEN, SWITCH
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.languages import ENGLISH, OWN_NAMES, POLISH, UKRAINIAN, nearest
from pages.login.methods import MethodsPage
from pages.pacjent.front import PortalPage
from pages.pz.front import FrontPage
from pages.pz.login import LoginPage
from pages.texts import words

pytestmark = allure.epic("Languages")

ASKED = {
    "pl-PL": POLISH,
    "en-GB,en;q=0.9": ENGLISH,
    "en-GB": ENGLISH,
    "EN-us, pl;q=0.9": ENGLISH,
    "uk-UA,uk;q=0.9,en;q=0.8,pl;q=0.7": UKRAINIAN,
    "uk-Cyrl-UA": UKRAINIAN,
    "de-DE, pl-PL;q=0.9, en;q=0.8": POLISH,
    "de-DE, en;q=0.3, uk;q=0.7": UKRAINIAN,
    "en;q=0.5, pl": POLISH,
    "en;q=0, de": POLISH,
    "fr, *;q=0.5": POLISH,
    "": POLISH,
}
"""What browsers ask for, and what they should get."""


@pytest.fixture
def asking(new_http_browser: Callable[[], HttpBrowser]) -> Callable[[str], HttpBrowser]:
    """Factory of browsers that ask for this."""

    def make(header: str) -> HttpBrowser:
        browser = new_http_browser()
        browser.language = header
        return browser

    return make


@pytest.mark.behaviour("language.asked")
@pytest.mark.parametrize("header", ASKED)
def test_a_site_first_speaks_what_the_browser_wants_most(
    asking: Callable[[str], HttpBrowser], world: WorldControl, header: str
) -> None:
    for site, spoken in SPOKEN.items():
        browser, language = asking(header).open(world.url(site)), nearest(ASKED[header], spoken)
        assert browser.page.get("lang") == language, site
        assert words(language, FOOTER) in browser.seen.texts("//footer//p"), site


@pytest.mark.behaviour("language.asked")
def test_banks_and_apps_stay_polish(asking: Callable[[str], HttpBrowser], world: WorldControl) -> None:
    for site in ("ipko", "envelo", "mobywatel", "edo-app", "czytnik"):
        browser = asking("uk, en").open(world.url(site))
        assert (browser.page.get("lang"), browser.seen.texts(SWITCH)) == (POLISH, []), site


@pytest.mark.behaviour("language.switched")
@pytest.mark.devices("computer", "pixel")
def test_the_switch_changes_the_page_that_shows_it(page: Page, world: WorldControl) -> None:
    here = FrontPage.goto(page, world.url("pz"))
    for language in (UKRAINIAN, ENGLISH, POLISH):
        here = here.choose_language(language)
        expect(page).to_have_url(world.url("pz"))
        current = page.get_by_role("navigation", name=here.say("Język strony")).locator("[aria-current=true]")
        expect(current).to_have_text(OWN_NAMES[language])
    here.choose_language(UKRAINIAN).choose_sign_in()


@pytest.mark.behaviour("language.switched")
def test_the_switch_stays_at_the_step_of_the_login(page: Page, world: WorldControl, person: Person) -> None:
    profile = person.trusted_profile
    assert profile
    hub = open_hub(page, world)
    address = page.url
    login = hub.choose_language(ENGLISH).choose("trusted_profile", LoginPage)
    login.fill_credentials(profile.username, "zgaduję")
    refused = login.submit(LoginPage)
    back = refused.choose_language(UKRAINIAN).submit_cancel(MethodsPage)
    back.expect_notice("Logowanie zostało przerwane")
    expect(page).to_have_url(address)


@pytest.mark.behaviour("language.switched")
def test_a_notice_is_told_in_the_language_that_is_chosen_after_it(page: Page, world: WorldControl) -> None:
    hub = open_hub(page, world).choose("trusted_profile", LoginPage).submit_cancel(MethodsPage)
    portal = hub.choose_cancel(PortalPage).expect_notice("Logowanie zostało przerwane")
    portal.choose_language(ENGLISH).expect_notice("Logowanie zostało przerwane")


@pytest.mark.behaviour("language.switched", "about.back")
@pytest.mark.parametrize("site", SPOKEN)
def test_the_switch_and_the_footer_lead_back_to_the_whole_address(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, site: str
) -> None:
    here = world.url(site, "/?wojewodztwo=%C5%82%C3%B3dzkie&miasto=Nowa%20Ruda%26B%2B&strona=2")
    shown = new_http_browser().open(here).page
    switches, reads = shown.xpath(f"{SWITCH}/@href"), shown.xpath("//footer//a[contains(@href, '/o-serwisie/')]/@href")
    assert len(switches) == len(SPOKEN[site])
    for switch in switches:
        assert new_http_browser().open(urljoin(here, switch)).address == here
    assert reads
    for read in reads:
        about = new_http_browser().open(urljoin(here, read))
        (back,) = about.page.xpath("//main//a[normalize-space()='Wróć do poprzedniej strony']/@href")
        assert urljoin(here, back) == here


@pytest.mark.behaviour("language.switched")
@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example/", "/\\evil.example", "/%2F%2Fevil.example"]
)
def test_the_switch_leads_to_no_foreign_page(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, target: str
) -> None:
    answer = new_http_browser().read(world.url("login", f"/jezyk/en?dalej={quote(target, safe='')}"))
    assert urlsplit(answer.headers["location"])[1:3] == ("", "/")


@pytest.mark.behaviour("language.switched")
def test_a_site_offers_what_it_speaks_and_refuses_the_rest(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl
) -> None:
    for site, spoken in SPOKEN.items():
        browser = new_http_browser().open(world.url(site))
        assert browser.page.xpath(f"{SWITCH}/@hreflang") == list(spoken)
        assert browser.open(world.url(site, "/jezyk/de")).status == 404
        assert browser.open(world.url(site)).page.get("lang") == POLISH
