"""Icons of methods and marks of institutions, as one sees them in light, in the dark and in colours of one's own."""

from io import BytesIO
from itertools import combinations
from typing import Literal

import allure
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from e2e.institutions import MOJEID_BANKS, TRUSTED_PROFILE_BANKS
from fixtures.contrast import OF_DRAWINGS, OF_LETTERS, contrast_in
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.banks.login import BankLoginPage
from pages.login.methods import TILES, MethodsPage
from pages.mojeid.banks import MojeIdBanksPage
from pages.pz.login import LoginPage

pytestmark = [allure.epic("Every page for everybody"), pytest.mark.behaviour("access.drawings")]

Scheme = Literal["light", "dark", "forced"]
EDGE = 6
"""Pixels of a mark's own edge and of what shows behind its corners."""


@pytest.mark.needs("schemes")
@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_every_method_and_every_institution_is_told_by_a_plain_drawing_of_its_own(
    page: Page, world: WorldControl, scheme: Scheme
) -> None:
    if scheme == "forced":
        page.emulate_media(forced_colors="active")
    else:
        page.emulate_media(color_scheme=scheme)
    hub = open_hub(page, world)
    expect_plain(hub.icons, len(TILES), OF_DRAWINGS)
    expect_plain(hub.choose("mojeid", MojeIdBanksPage).marks, len(MOJEID_BANKS), OF_LETTERS, EDGE)
    login = open_second_hub(page, world).choose("trusted_profile", LoginPage)
    expect_plain(login.marks, len(TRUSTED_PROFILE_BANKS), OF_LETTERS, EDGE)
    bank = login.choose_bank("Envelo", BankLoginPage)
    expect_plain(bank.mark, 1, OF_LETTERS, EDGE)


def test_a_screen_reader_is_told_names_alone(page: Page, world: WorldControl) -> None:
    hub = open_hub(page, world)
    expect_silent(hub.tiles)
    expect_silent(hub.choose("mojeid", MojeIdBanksPage).banks)
    hub = open_second_hub(page, world)
    expect(hub.last_used.get_by_test_id("icon")).to_be_visible()
    expect_silent(hub.last_used)
    expect_silent(hub.choose("trusted_profile", LoginPage).banks.get_by_role("button"))


def open_second_hub(page: Page, world: WorldControl) -> MethodsPage:
    """Begin another login in a browser that knows the hub."""
    page.goto(world.url("ikp", "/zaloguj"))
    return MethodsPage(page)


def expect_plain(drawings: Locator, count: int, least: float, edge: int = 0) -> None:
    """Each stands out from its ground, and no two look alike."""
    expect(drawings).to_have_count(count)
    screen = Image.open(BytesIO(drawings.page.screenshot(full_page=True)))
    seen = [cut_out(screen, one) for one in drawings.all()]
    for picture in seen:
        inside = picture.crop((edge, edge, picture.width - edge, picture.height - edge))
        assert contrast_in(inside) >= least
    assert not [pair for pair in combinations(seen, 2) if pair[0].tobytes() == pair[1].tobytes()]


def cut_out(screen: Image.Image, drawing: Locator) -> Image.Image:
    """What the screen shows of a drawing; the page is not scrolled."""
    box = drawing.bounding_box()
    assert box
    left, top = round(box["x"]), round(box["y"])
    return screen.crop((left, top, left + round(box["width"]), top + round(box["height"])))


def expect_silent(tiles: Locator) -> None:
    """The name of each tile is what stands written on it."""
    for tile in tiles.all():
        expect(tile).to_have_accessible_name(" ".join(tile.inner_text().split()))
