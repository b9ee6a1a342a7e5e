"""Looks at the front page of a run as a newcomer does: on a wide screen and on a phone, without opening anything."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from fixtures.browsers import launch

SIZES: Mapping[str, tuple[int, int]] = {"wide": (1280, 900), "phone": (390, 844)}
"""Pixels of the windows in which pictures are taken, by the names of their files."""


@dataclass(frozen=True)
class Group:
    """Failures of one cause, as the page tells them.

    Attributes:
        fault: the page's word for whose it is.
        text: all that shows.
    """

    fault: str
    text: str


@dataclass(frozen=True)
class Front:
    """What the page tells."""

    verdict: str
    groups: tuple[Group, ...]


def look_at(file: Path, pictures: Path) -> Front:
    """Read the page, and take a picture of its beginning in each size."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        page.goto(file.resolve().as_uri())
        for name, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            page.screenshot(path=pictures / f"{name}.png")
        front = Front(_text(page, ".verdict"), tuple(_group(one) for one in page.locator("article.failure").all()))
        browser.close()
    return front


def _group(article: Locator) -> Group:
    return Group(article.locator(".chip").inner_text(), article.inner_text())


def _text(page: Page, place: str) -> str:
    return page.locator(place).inner_text()
