"""``python -m reports.pictures``: takes the pictures of the README anew, of what is there now.

A picture carries the words of its page, without numbers. A test reads the pages and compares, so a picture of a page
that says something else by now is noticed; one of a page that only looks different is not.
"""

import re
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Browser, Locator, Page, Playwright, sync_playwright

from bootstrap.places import ROOT, shown
from fixtures.browsers import launch
from fixtures.devices import PIXEL, context_arguments
from fixtures.phone import Phone
from mock_server.client import Control
from mock_server.command.running import RunningServer
from pages.login.methods import MethodsPage
from pages.login_mobywatel.code import CodePage
from reports.places import INDEX

PICTURES = ROOT / "docs" / "pictures"
LOGIN, CONSENT, MAP = "login.png", "phone.png", "report.png"
SCALE = "scale.svg"
"""Drawn by ``make bench`` from what it measured, and copied here by hand: figures belong to the day they were taken."""
_MORNING = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)


def take_login(playwright: Playwright, folder: Path) -> None:
    """The login page on a computer, and the consent on a phone, of a mock that is started for it."""
    with RunningServer() as server, Control(f"http://127.0.0.1:{server.port}") as control:
        world = control.world("main")
        world.set_clock(_MORNING)
        person = world.make_person(7, given_name="Żaneta", family_name="Łoś")
        browser = launch(playwright)
        computer = _window(browser, 1100, 760)
        computer.goto(world.url("ikp", "/zaloguj"))
        methods = MethodsPage(computer).choose_cookies()
        _save(computer, folder / LOGIN)
        of_phone = context_arguments(PIXEL, playwright, "chromium") | {"device_scale_factor": 1}
        phone = Phone(person, world, lambda: browser.new_context(**of_phone).new_page())
        phone.read_code(methods.choose("mobywatel", CodePage).scroll_to_qr().page)
        _save(phone.page, folder / CONSENT)
        browser.close()


def take_map(playwright: Playwright, page_file: Path, folder: Path) -> None:
    """The map of the article on the front page that a run has left."""
    browser = launch(playwright)
    page = _window(browser, 1280, 900)
    page.goto(page_file.resolve().as_uri())
    _save(page.locator("#map"), folder / MAP)
    browser.close()


def words_of(picture: Path) -> str:
    """The words of the page that a picture was taken of; empty where it carries none."""
    with Image.open(picture) as opened:
        return str(opened.info.get("words", ""))


def _window(browser: Browser, width: int, height: int) -> Page:
    return browser.new_context(viewport={"width": width, "height": height}, locale="pl-PL").new_page()


def _save(shown: Page | Locator, file: Path) -> None:
    words = PngInfo()
    text = (shown.locator("body") if isinstance(shown, Page) else shown).inner_text()
    words.add_itxt("words", re.sub(r"\d+(\.\d+)?", "#", text))
    Image.open(BytesIO(shown.screenshot())).save(file, pnginfo=words, optimize=True)


def main() -> int:
    """Take what can be taken; returns the exit code."""
    with sync_playwright() as playwright:
        take_login(playwright, PICTURES)
        if not INDEX.is_file():
            print(f"{MAP} is as it was: there is no {shown(INDEX)}. Run make e2e first.", file=sys.stderr)
            return 1
        take_map(playwright, INDEX, PICTURES)
    return 0


if __name__ == "__main__":
    sys.exit(main())
