"""The ruler of what stands out: it computes what is drawn, in whichever colours the browser forces."""

from playwright.sync_api import Page

from fixtures.standing_out import is_dark, lost_edges, pale_controls, pale_focus

CONTROLS = {
    "button { border: 1px solid #949494 }": True,
    "button { border: 1px solid #989898; background: #fff }": False,
    "button { border: 0; background: #949494 }": True,
    "button { border: 0; background: #ddd }": False,
    "button { border: 1px solid #949494; border-left: 0; background: #fff }": False,
    "button { border: 0; background: none }": True,
    "button { border: 1px solid #fff; background: none; visibility: hidden }": True,
    "body { background: color-mix(in srgb, #000, #fff 10%) } button { border: 0; background: #222 }": False,
}
"""Buttons on white, unless they say otherwise, and whether each stands out by its ground or its whole edge."""
FOCUS = {
    "outline: 3px solid #ffb000; box-shadow: 0 0 0 2px #1b1b1b": True,
    "outline: 3px solid #ffb000": False,
    "outline: none": False,
    "outline: 2px solid #000": True,
}
FORCED = {
    "button { border: 2px solid transparent }": True,
    "button { border: 0; background: #000 }": False,
    "button { border: 0; outline: 1px solid #fff }": True,
}
"""Buttons, and whether forced colours leave a line around them."""


def shown(page: Page, style: str) -> Page:
    page.set_content(f"<style>body {{ background: #fff }} {style}</style><button>Dalej</button>")
    return page


def test_a_control_stands_out_by_ground_or_whole_edge(chromium_page: Page) -> None:
    assert {style: not pale_controls(shown(chromium_page, style)) for style in CONTROLS} == CONTROLS


def test_focus_stands_out_by_outline_or_rim(chromium_page: Page) -> None:
    found = {style: not pale_focus(shown(chromium_page, f":focus-visible {{ {style} }}"), 1) for style in FOCUS}
    assert found == FOCUS


def test_forced_colours_leave_lines_alone(chromium_page: Page) -> None:
    chromium_page.emulate_media(forced_colors="active")
    assert {style: not lost_edges(shown(chromium_page, style)) for style in FORCED} == FORCED


def test_dark_is_what_the_ground_is(chromium_page: Page) -> None:
    assert not is_dark(shown(chromium_page, ""))
    assert is_dark(shown(chromium_page, "body { background: #242d37 }"))
