"""“Nie zmienia się ścieżka logowania na IKP”: the menu and the banner, and who then asks."""

import re

import allure
import pytest
from playwright.sync_api import Page, expect

from fixtures.start import IKP
from fixtures.world import WorldControl
from pages.login.methods import MethodsPage
from pages.mojeikp.entrance import StartPage
from pages.pacjent.front import PortalPage
from pages.pz.front import FrontPage

pytestmark = [
    allure.epic("mObywatel for patients"),
    pytest.mark.behaviour("article.entries"),
    pytest.mark.devices("computer", "pixel"),
]
AT_THE_HUB = re.compile(r"^https?://login--")


def test_menu_at_the_top_right_leads_to_the_new_page(portal: PortalPage) -> None:
    portal.menu.expect_closed()
    hub = portal.menu.choose_open().choose_ikp(MethodsPage).expect_service(IKP)
    expect(hub.page).to_have_url(AT_THE_HUB)


def test_banner_on_the_front_page_leads_to_the_new_page(portal: PortalPage) -> None:
    hub = portal.choose_banner(MethodsPage).expect_service(IKP)
    expect(hub.page).to_have_url(AT_THE_HUB)


def test_menu_is_on_every_page_of_the_portal_and_at_the_top_right(portal: PortalPage) -> None:
    news = portal.choose_all_news()
    expect(portal.menu.root).to_be_visible()
    box, size = portal.menu.root.bounding_box(), news.page.viewport_size
    assert box
    assert size
    assert box["y"] + box["height"] < size["height"] / 4
    assert box["x"] + box["width"] > size["width"] * 0.9
    portal.menu.choose_open().choose_ikp(MethodsPage).expect_service(IKP)


def test_menu_offers_mojeikp_and_the_trusted_profile_too(portal: PortalPage, world: WorldControl) -> None:
    expect(portal.menu.choose_open().entries).to_have_text(
        ["Zaloguj się na IKP", "Zaloguj się do mojeIKP", "Przejdź do profilu zaufanego"]
    )
    portal.menu.entries.last.click()
    FrontPage(portal.page)
    portal.page.goto(world.url("pacjent"))
    PortalPage(portal.page).menu.choose_open().choose_mojeikp(StartPage)


def test_mojeikp_is_named_when_it_asks(page: Page, world: WorldControl) -> None:
    page.goto(world.url("mojeikp"))
    hub = StartPage(page).choose_login(MethodsPage).expect_service("mojeIKP")
    expect(hub.page.get_by_text(IKP)).to_have_count(0)


def test_menu_closes_on_escape_and_on_a_click_elsewhere(portal: PortalPage) -> None:
    portal.menu.choose_open()
    portal.page.keyboard.press("Tab")
    expect(portal.menu.entries.first).to_be_focused()
    portal.page.keyboard.press("Escape")
    portal.menu.expect_closed()
    expect(portal.menu.root.get_by_text("Zaloguj się", exact=True)).to_be_focused()
    portal.menu.choose_open()
    portal.page.get_by_role("heading", level=1).click(position={"x": 4, "y": 4})
    portal.menu.expect_closed()
