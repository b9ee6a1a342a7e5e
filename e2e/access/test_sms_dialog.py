"""The SMS dialog lies over the form that it covers, whatever colours a person forces and however low the window is."""

from io import BytesIO
from typing import Literal

import allure
import pytest
from PIL import Image
from playwright.sync_api import FloatRect, Page, ViewportSize, expect

from e2e.trusted_profile.asked import ask_for_code
from fixtures.people import Person
from fixtures.reach import out_of_reach
from fixtures.start import open_hub
from fixtures.world import WorldControl
from pages.login.methods import MethodsPage
from pages.pz.login import LoginPage

pytestmark = [allure.epic("Every page for everybody"), pytest.mark.behaviour("access.dialog")]
HEADER: FloatRect = {"x": 0, "y": 50, "width": 500, "height": 50}
"""A part of the page that the dialog leaves free: the site's name."""
AROUND = 5
"""Pixels on both sides of an edge."""
VEILED = 0.75
"""Of its contrast, more is not left to what lies under a veil."""
LARGE = "document.documentElement.style.fontSize = '32px'"
"""Twice the size that browsers give text."""
BROKEN = """() => [...document.querySelectorAll("dialog .button")].flatMap((button) => {
  const text = button.firstChild, words = [...text.data.matchAll(/\\S+/g)];
  return words.filter(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
  }).map(([word]) => word);
})"""
"""The words of a dialog's buttons that do not stand on one line."""
SHARP = 200
"""Grey values between an edge and its ground."""


def contrast(tab: Page, part: FloatRect) -> int:
    """How far the lightest from the darkest of what this part of the screen shows, in grey values."""
    greys = Image.open(BytesIO(tab.screenshot(clip=part))).convert("L").tobytes()
    return max(greys) - min(greys)


@pytest.mark.needs("schemes")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_the_veil_and_draw_the_edge_of_the_dialog(
    page: Page, world: WorldControl, person: Person, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    hub = open_hub(page, world)
    hub.choose("trusted_profile", LoginPage)
    bare = contrast(page, HEADER)
    page.go_back()
    ask_for_code(MethodsPage(page), person)
    assert contrast(page, HEADER) < VEILED * bare
    box = page.get_by_role("dialog").bounding_box()
    assert box
    edge: FloatRect = {"x": box["x"] - AROUND, "y": box["y"] + 50, "width": 2 * AROUND, "height": 20}
    assert contrast(page, edge) > SHARP


@pytest.mark.parametrize("size", [(1280, 320), (390, 400)], ids=["wide", "narrow"])
def test_in_a_low_window_the_whole_dialog_scrolls_into_reach(
    page: Page, world: WorldControl, person: Person, size: tuple[int, int]
) -> None:
    window: ViewportSize = {"width": size[0], "height": size[1]}
    page.set_viewport_size(window)
    dialog = ask_for_code(open_hub(page, world), person)
    expect(page.get_by_label("Kod SMS")).to_be_in_viewport(ratio=1)
    assert out_of_reach(page) == []
    page.mouse.wheel(0, -10_000)
    expect(page.get_by_role("heading", name=dialog.heading)).to_be_in_viewport(ratio=1)


def test_large_text_on_a_phone_is_read_whole_word_by_word(page: Page, world: WorldControl, person: Person) -> None:
    page.set_viewport_size({"width": 390, "height": 664})
    dialog = ask_for_code(open_hub(page, world), person)
    page.evaluate(LARGE)
    page.get_by_label("Kod SMS").blur()
    page.get_by_label("Kod SMS").focus()  # which scrolls the beginning of the dialog away
    expect(page.get_by_role("heading", name=dialog.heading)).not_to_be_in_viewport()
    assert out_of_reach(page) == []
    assert page.evaluate(BROKEN) == []
