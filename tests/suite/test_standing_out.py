"""The ruler of what stands out: it computes what is drawn, in whichever colours the browser forces."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

from fixtures.browsers import launch
from fixtures.standing_out import is_dark, lost_edges, pale_controls, pale_focus


@pytest.fixture(scope="module")
def chromium_page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser.new_page()
        browser.close()


def shown(page: Page, style: str, content: str = "<button>Dalej</button>") -> Page:
    page.emulate_media(forced_colors="none")
    page.set_content(f"<style>body {{ background: #fff }} {style}</style>{content}")
    return page


@pytest.mark.parametrize(
    ("style", "pale"),
    [
        ("button { border: 1px solid #949494 }", False),
        ("button { border: 1px solid #989898; background: #fff }", True),
        ("button { border: 0; background: #949494 }", False),
        ("button { border: 0; background: #ddd }", True),
        ("button { border: 1px solid #949494; border-left: 0; background: #fff }", True),
        ("button { border: 0; background: none }", False),
        ("button { border: 1px solid #fff; background: none; visibility: hidden }", False),
        (
            "body { background: color-mix(in srgb, #000, #fff 10%) } button { border: 0; background: #222 }",
            True,
        ),
    ],
)
def test_a_control_stands_out_by_ground_or_whole_edge(chromium_page: Page, style: str, *, pale: bool) -> None:
    assert bool(pale_controls(shown(chromium_page, style))) == pale


@pytest.mark.parametrize(
    ("style", "pale"),
    [
        ("outline: 3px solid #ffb000; box-shadow: 0 0 0 2px #1b1b1b", False),
        ("outline: 3px solid #ffb000", True),
        ("outline: none", True),
        ("outline: 2px solid #000", False),
    ],
)
def test_focus_stands_out_by_outline_or_rim(chromium_page: Page, style: str, *, pale: bool) -> None:
    assert bool(pale_focus(shown(chromium_page, f":focus-visible {{ {style} }}"), 1)) == pale


@pytest.mark.parametrize(
    ("style", "lost"),
    [
        ("button { border: 2px solid transparent }", False),
        ("button { border: 0; background: #000 }", True),
        ("button { border: 0; outline: 1px solid #fff }", False),
    ],
)
def test_forced_colours_leave_lines_alone(chromium_page: Page, style: str, *, lost: bool) -> None:
    page = shown(chromium_page, style)
    page.emulate_media(forced_colors="active")
    assert bool(lost_edges(page)) == lost


def test_dark_is_what_the_ground_is(chromium_page: Page) -> None:
    assert not is_dark(shown(chromium_page, ""))
    assert is_dark(shown(chromium_page, "body { background: #242d37 }"))
