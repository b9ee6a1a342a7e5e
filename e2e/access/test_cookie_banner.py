"""A cookie banner covers the tiles; one press takes it away for good, and nothing else changes."""

import allure
import pytest
from playwright.sync_api import Page, expect

from fixtures.inspection import covered_controls
from fixtures.screen_reader import ScreenReader, focus
from fixtures.screen_reader import page as comes
from fixtures.start import IKP
from fixtures.world import WorldControl
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from pages.pz.login import LoginPage

pytestmark = [allure.epic("What goes wrong for people"), pytest.mark.behaviour("trouble.cookies")]


@pytest.fixture
def covered(page: Page, world: WorldControl) -> MethodsPage:
    """The hub in a browser that has never been there."""
    page.goto(world.url("ikp", "/zaloguj"))
    return MethodsPage(page)


@pytest.mark.devices("computer", "pixel", "iphone")
def test_banner_goes_at_one_press_and_every_method_can_be_chosen(covered: MethodsPage) -> None:
    expect(covered.cookie_banner).to_contain_text("niezbędnych do logowania")
    address = covered.page.url
    hub = covered.choose_cookies().expect_service(IKP)
    assert covered_controls(hub.page) == []
    hub.expect_all_methods()
    expect(hub.page).to_have_url(address)
    hub.choose("mobywatel", CodePage)


def test_banner_stays_away_in_this_login_and_the_next(covered: MethodsPage, world: WorldControl) -> None:
    covered.choose_cookies()
    covered.page.reload()
    expect(MethodsPage(covered.page).cookie_banner).to_be_hidden()
    covered.page.goto(world.url("ikp", "/zaloguj"))
    hub = MethodsPage(covered.page)
    expect(hub.cookie_banner).to_be_hidden()
    hub.expect_all_methods()


@pytest.mark.devices("pixel")
def test_banner_hides_no_tile_for_good(covered: MethodsPage) -> None:
    assert covered_controls(covered.page) == []
    covered.choose("trusted_profile", LoginPage)


@pytest.mark.behaviour("access.banner")
@pytest.mark.devices("computer", "pixel")
def test_who_takes_the_banner_away_goes_on_where_the_page_begins(covered: MethodsPage) -> None:
    reader = ScreenReader(covered.page)
    covered.cookie_banner.get_by_role("button", name="Akceptuję").press("Enter")
    hub = covered.expect_no_banner()
    expect(hub.page.get_by_role("heading", level=1)).to_be_focused()
    reader.expect(comes(hub.heading), focus(hub.heading))
    hub.page.keyboard.press("Tab")
    expect(hub.tile("trusted_profile")).to_be_focused()
