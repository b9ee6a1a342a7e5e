"""Light, dark and forced colours: whatever the browser is told, a page can be seen."""

from typing import Literal

import allure
import pytest
from playwright.sync_api import Page

from e2e.access.places import CODES, PLACES
from e2e.institutions import WORDS
from fixtures.axe import axe_violations
from fixtures.quiet_zone import MODULES, narrowest_margin
from fixtures.standing_out import is_dark, lost_edges, pale_controls, pale_focus
from fixtures.walking import InspectionScene
from fixtures.world import WorldControl

pytestmark = [allure.epic("Every page for everybody"), pytest.mark.needs("schemes")]

STOPS = 6
"""Presses of Tab after which every kind of control of a page has had the focus."""


def complaints(page: Page, scheme: str) -> list[str]:
    return [f"{scheme}: {what}" for what in (*axe_violations(page), *pale_controls(page), *pale_focus(page, STOPS))]


@pytest.mark.behaviour("access.contrast")
@pytest.mark.parametrize("place", PLACES)
def test_texts_controls_and_focus_stand_out_in_both_schemes(scene: InspectionScene, place: str) -> None:
    PLACES[place](scene)
    scene.page.emulate_media(color_scheme="dark")
    found = complaints(scene.page, "dark")
    scene.page.emulate_media(color_scheme="light")
    found += complaints(scene.page, "light")
    assert not found, "\n".join(found)


@pytest.mark.behaviour("access.contrast")
@pytest.mark.parametrize("bank", WORDS)
def test_each_bank_keeps_its_colour_readable_in_the_dark(page: Page, world: WorldControl, bank: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(world.url(bank))
    assert not complaints(page, "dark")


@pytest.mark.behaviour("access.dark")
@pytest.mark.parametrize("place", PLACES)
def test_page_is_dark_only_for_who_wants_that(scene: InspectionScene, place: str) -> None:
    PLACES[place](scene)
    for scheme in ("dark", "light", "dark"):
        scene.page.emulate_media(color_scheme=scheme)
        assert is_dark(scene.page) == (scheme == "dark"), scheme


@pytest.mark.behaviour("access.dark")
@pytest.mark.parametrize("place", CODES)
def test_code_stays_dark_on_light_in_the_dark_scheme(scene: InspectionScene, place: str) -> None:
    scene.page.emulate_media(color_scheme="dark")
    CODES[place](scene)
    margin = narrowest_margin(scene.page.screenshot())
    assert round(margin) >= MODULES, f"only {margin:.1f} modules of light are beside the code"


@pytest.mark.behaviour("access.forced_colours")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", PLACES)
def test_forced_colours_leave_every_edge(scene: InspectionScene, place: str, scheme: Literal["light", "dark"]) -> None:
    PLACES[place](scene)
    scene.page.emulate_media(forced_colors="active", color_scheme=scheme)
    found = [*lost_edges(scene.page), *pale_focus(scene.page, STOPS)]
    assert not found, "\n".join(found)
