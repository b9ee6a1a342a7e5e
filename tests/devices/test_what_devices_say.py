"""What each device says of itself, asked from inside a page and of its requests."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from fixtures.browsers import launch
from fixtures.devices import context_arguments, device_named
from fixtures.safari import speak_as_safari
from fixtures.user_agents import fitted

ASK = """() => ({
  agent: navigator.userAgent, vendor: navigator.vendor, platform: navigator.platform,
  hinted: "userAgentData" in navigator, touches: navigator.maxTouchPoints,
  screen: [screen.width, screen.height], window: [innerWidth, innerHeight],
  coarse: matchMedia("(pointer: coarse)").matches, hovers: matchMedia("(hover: hover)").matches,
  language: navigator.language,
})"""
PAGE = b"""<!doctype html><meta name="viewport" content="width=device-width">
<a href="/opened" target="_blank">open</a>"""


@dataclass(frozen=True)
class Said:
    """What a page on a device was told, and the headers of its request."""

    told: dict[str, Any]
    headers: dict[str, str]


@pytest.fixture(scope="module")
def headers() -> Iterator[dict[str, dict[str, str]]]:
    """The headers of the last request to each path; under "" the address of the server."""
    seen: dict[str, dict[str, str]] = {}

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen[self.path] = {name.lower(): value for name, value in self.headers.items()}
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(PAGE)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    seen[""] = {"address": f"http://said.localhost:{server.server_port}"}
    yield seen
    server.shutdown()
    server.server_close()


@pytest.fixture
def playwright_() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture
def browser_(playwright_: Playwright) -> Iterator[Browser]:
    browser = launch(playwright_)
    yield browser
    browser.close()


@contextmanager
def page_on(name: str, browser: Browser, playwright: Playwright) -> Iterator[Page]:
    arguments = fitted(context_arguments(device_named(name), playwright, "chromium"), browser.version)
    context = browser.new_context(**arguments)
    speak_as_safari(context, arguments)
    yield context.new_page()
    context.close()


@pytest.fixture
def ask(browser_: Browser, playwright_: Playwright, headers: dict[str, dict[str, str]]) -> Callable[[str], Said]:
    def said(name: str) -> Said:
        with page_on(name, browser_, playwright_) as page:
            page.goto(headers[""]["address"] + "/page")
            return Said(page.evaluate(ASK), headers["/page"])

    return said


@pytest.mark.parametrize(
    ("name", "version", "platform"),
    [("iphone", "17.5", "iPhone"), ("iPhone 12", "14.4", "iPhone"), ("iPad Mini", "12.2", "iPad")],
)
def test_a_safari_is_one_in_every_part(ask: Callable[[str], Said], name: str, version: str, platform: str) -> None:
    said = ask(name)
    assert f"Version/{version} " in said.told["agent"]
    assert f"OS {version.replace('.', '_')} " in said.told["agent"]
    assert said.headers["user-agent"] == said.told["agent"]
    assert (said.told["vendor"], said.told["platform"]) == ("Apple Computer, Inc.", platform)
    assert said.told["touches"] == 5
    assert not said.told["hinted"]
    assert [header for header in said.headers if header.startswith("sec-ch-")] == []
    assert said.told["language"] == "pl-PL"
    assert said.headers["accept-language"].startswith("pl-PL")


def test_a_page_that_a_safari_opens_is_a_safaris_too(
    browser_: Browser, playwright_: Playwright, headers: dict[str, dict[str, str]]
) -> None:
    with page_on("iphone", browser_, playwright_) as page:
        page.goto(headers[""]["address"] + "/page")
        with page.expect_popup() as opening:
            page.get_by_role("link").tap()
        told = opening.value.evaluate(ASK)
        assert (told["vendor"], told["hinted"]) == ("Apple Computer, Inc.", False)
        opening.value.goto(headers[""]["address"] + "/next")
        assert [header for header in headers["/next"] if header.startswith("sec-ch-")] == []


def test_a_chrome_names_the_version_that_runs_and_sends_hints(ask: Callable[[str], Said], browser_: Browser) -> None:
    said = ask("pixel")
    major = browser_.version.partition(".")[0]
    assert f"Chrome/{major}.0.0.0 Mobile" in said.told["agent"]
    assert said.headers["sec-ch-ua-mobile"] == "?1"
    assert said.headers["sec-ch-ua-platform"] == '"Android"'
    assert f'v="{major}"' in said.headers["sec-ch-ua"]
    assert (said.told["vendor"], said.told["hinted"]) == ("Google Inc.", True)


@pytest.mark.parametrize(
    ("name", "window", "screen", "touched"),
    [
        ("computer", [1280, 900], None, False),
        ("desktop", [1440, 764], [1440, 900], False),
        ("wide", [2560, 1305], [2560, 1440], False),
        ("320px", [320, 256], None, False),
        ("tablet", [820, 1106], [820, 1180], True),
        ("touch", [1368, 776], [1368, 912], True),
        ("iphone", [393, 659], None, True),
        ("iPhone 12 landscape", [750, 340], None, True),
        ("Galaxy S9+", [320, 658], [320, 658], True),
    ],
)
def test_a_device_has_its_window_its_screen_and_its_pointer(
    ask: Callable[[str], Said], name: str, window: list[int], screen: list[int] | None, *, touched: bool
) -> None:
    told = ask(name).told
    assert told["window"] == window
    assert told["screen"] == (screen or window)
    assert (told["coarse"], told["hovers"], told["touches"] > 0) == (touched, not touched, touched)
