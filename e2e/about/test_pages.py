"""Every public site declares, in each of its languages, what such a site owes its visitors."""

from collections.abc import Callable
from urllib.parse import urljoin

import allure
import pytest

from e2e.languages.sites import SPOKEN
from fixtures.http_browser import HttpBrowser
from fixtures.world import WorldControl
from pages.about import AboutPage, AccessibilityPage, HelpPage, PrivacyPage, TermsPage
from pages.languages import POLISH
from pages.login.methods import TILES
from pages.texts import words

pytestmark = allure.epic("About each site")

PARTS: dict[type[AboutPage], tuple[str, ...]] = {
    AccessibilityPage: (
        "Stan dostępności cyfrowej",
        "Treści niedostępne",
        "Przygotowanie deklaracji",
        "Informacje zwrotne i kontakt",
        "Obsługa wniosków i skarg",
        "Dostępność architektoniczna",
    ),
    TermsPage: ("Czym jest ta strona", "Jak z niej korzystać", "Co tu niczego nie znaczy", "Odpowiedzialność"),
    PrivacyPage: ("Co pamięta to środowisko", "Jak długo", "Ciasteczka", "Kto widzi te dane"),
    HelpPage: tuple(TILES.values()),
}
"""What each page must tell of; of the declaration, what the Polish act asks for."""
NOBODY = ("mbank", "mobywatel", "edo-app", "czytnik")
"""A bank speaks for itself, and an app or a reader is a program."""
LINKS = "//footer//nav//a"


@pytest.mark.behaviour("about.pages")
@pytest.mark.parametrize(("site", "language"), [(site, language) for site in SPOKEN for language in SPOKEN[site]])
def test_footer_leads_to_four_whole_pages(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, site: str, language: str
) -> None:
    browser = new_http_browser()
    browser.language = language
    links = browser.open(world.url(site)).page.xpath(LINKS)
    assert [link.text_content() for link in links] == [words(language, page.heading) for page in PARTS]
    for link, (page, parts) in zip(links, PARTS.items(), strict=True):
        browser.open(urljoin(world.url(site), link.get("href")))
        assert (browser.status, browser.heading) == (200, words(language, page.heading))
        assert browser.page.get("lang") == language
        told = browser.seen.texts("//main//h2")
        assert [part for part in parts if words(language, part) not in told] == []
        sections = browser.page.xpath("//main//h2")
        assert all(section.xpath("following-sibling::*[1][self::p or self::ul or self::dl]") for section in sections)


@pytest.mark.behaviour("about.pages")
def test_declaration_and_terms_name_their_own_site(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl
) -> None:
    titles = set()
    for site in SPOKEN:
        browser = new_http_browser().open(world.url(site))
        name = browser.text_of("//header//a[contains(@class, 'brand')]")
        for page in ("deklaracja-dostepnosci", "regulamin"):
            assert f"„{name}”" in browser.open(world.url(site, f"/o-serwisie/{page}")).text_of("//main"), (site, page)
        titles.add(name)
    assert len(titles) == len(SPOKEN)


@pytest.mark.behaviour("about.pages")
def test_nothing_on_them_leads_away_from_here_or_reaches_anybody(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl
) -> None:
    browser = new_http_browser()
    browser.language = POLISH
    for page in browser.open(world.url("pz")).page.xpath(f"{LINKS}/@href"):
        main = browser.open(urljoin(world.url("pz"), page)).page.xpath("//main")[0]
        assert all(address.startswith("/") for address in main.xpath(".//@href"))
        assert all(word.strip("().,").endswith(".example") for word in main.text_content().split() if "@" in word)


@pytest.mark.behaviour("about.pages")
@pytest.mark.parametrize("site", NOBODY)
def test_what_is_no_public_site_has_none(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, site: str
) -> None:
    browser = new_http_browser().open(world.url(site))
    assert browser.page.xpath(LINKS) == []
    assert browser.open(world.url(site, "/o-serwisie/regulamin")).status == 404
