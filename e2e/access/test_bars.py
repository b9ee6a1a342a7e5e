"""What lies over the lower end of a page, the app's bar and the cookie banner, never lies over the focus.

A button of some page stands behind the bar in windows of some heights only, so many heights are walked through.
"""

import allure
import pytest
from playwright.sync_api import Locator, Page, expect

from fixtures.keyboard import Keyboard
from fixtures.phone import Phone
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage

pytestmark = [
    allure.epic("Every page for everybody"),
    pytest.mark.behaviour("access.keyboard"),
]

_HEIGHTS = range(480, 860, 40)
"""Pixels: phones, with and without the bars of their browser. A step is less than the bar, so none is jumped over."""


def go_to_at_every_height(target: Locator, width: int) -> None:
    """Press Tab from the top of the page until this has the focus, in windows of this width."""
    page = target.page
    for height in _HEIGHTS:
        page.set_viewport_size({"width": width, "height": height})
        page.reload()
        page.evaluate("scrollTo(0, 0)")
        Keyboard(page).go_to(target)


@pytest.mark.every_engine
@pytest.mark.parametrize("width", [320, 390])
def test_the_bar_of_the_app_covers_no_focus(page: Page, world: WorldControl, phone: Phone, width: int) -> None:
    code = open_hub(page, world).choose("mobywatel", CodePage).code.text_content() or ""
    consent = phone.log_in().choose_qr().choose_type().fill_code(code).submit()
    go_to_at_every_height(consent.page.get_by_role("button", name="Odmów"), width)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_cookie_banner_covers_no_focus(page: Page, world: WorldControl, width: int) -> None:
    page.goto(world.url("ikp", "/zaloguj"))
    hub = MethodsPage(page)
    expect(hub.cookie_banner).to_be_visible()
    go_to_at_every_height(page.get_by_role("button", name="Anuluj"), width)
