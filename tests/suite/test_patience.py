"""A call is given up where nothing moves, and is not while something does or while nobody can tell."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest
from playwright.sync_api import Page, TimeoutError, expect  # noqa: A004 - Playwright's own name

import fixtures.browsers  # noqa: F401 - its import gives every call this patience
from fixtures import patience
from fixtures.requests_seen import RequestsSeen

BUTTON = "document.body.insertAdjacentHTML('beforeend', '<button>Late</button>')"
TICKS = "let left = 99; setInterval(() => { clock.textContent = `0:${left--}` }, 200)"
MOVES = f"setInterval(() => document.body.append(document.createElement('i')), 700); setTimeout(() => {BUTTON}, 5000)"
STARVES = f"""setInterval(() => {{ const end = performance.now() + 900; while (performance.now() < end); }}, 1000);
setTimeout(() => {BUTTON}, 7000)"""
WAITS = f"box.dataset.wait = ''; setTimeout(() => {BUTTON}, 5000)"


@pytest.fixture(autouse=True)
def sooner(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two seconds of silence in the place of five."""
    monkeypatch.setattr(patience, "_QUIET", 4)


def show(page: Page, script: str = "") -> None:
    page.set_content(
        f"<h1>Konto</h1><p id=clock></p><p id=box></p><button disabled>Off</button><script>{script}</script>"
    )


def click(page: Page) -> None:
    page.get_by_role("button", name="Late").click()


def expect_it(page: Page) -> None:
    expect(page.get_by_role("button", name="Late")).to_be_visible()


@pytest.mark.parametrize("wait", [click, expect_it], ids=["act", "expect"])
def test_what_is_not_there_is_told_soon_though_a_countdown_ticks(
    chromium_page: Page, wait: Callable[[Page], None]
) -> None:
    show(chromium_page, TICKS)
    began = time.monotonic()
    with pytest.raises((TimeoutError, AssertionError), match="Late") as raised:
        wait(chromium_page)
    assert 3 <= time.monotonic() - began < 10
    assert 'heading "Konto"' in str(raised.value)


def test_a_button_that_cannot_be_pressed_is_told_with_the_reason(chromium_page: Page) -> None:
    show(chromium_page)
    with pytest.raises(TimeoutError, match="element is not enabled"):
        chromium_page.get_by_role("button", name="Off").click()


@pytest.mark.parametrize("script", [MOVES, STARVES, WAITS], ids=["moves", "starves", "waits"])
def test_a_page_that_moves_or_starves_or_waits_for_somebody_is_waited_for(chromium_page: Page, script: str) -> None:
    show(chromium_page, script)
    click(chromium_page)


def test_a_call_with_a_limit_of_its_own_keeps_it(chromium_page: Page) -> None:
    show(chromium_page, f"setTimeout(() => {BUTTON}, 5000)")
    chromium_page.get_by_role("button", name="Late").click(timeout=20_000)


def test_a_call_that_was_given_up_is_not_done_later(chromium_page: Page) -> None:
    show(chromium_page, "let pressed = 0")
    with pytest.raises(TimeoutError):
        click(chromium_page)
    chromium_page.evaluate("""() => document.body.insertAdjacentHTML(
        'beforeend', '<button onclick="pressed++">Late</button>')""")
    expect_it(chromium_page)
    chromium_page.get_by_role("heading").click()
    assert chromium_page.evaluate("pressed") == 0


class Slow(BaseHTTPRequestHandler):
    """Answers at once where it is asked for nothing, and else when the test is over or five seconds have passed."""

    over: Event

    def do_GET(self) -> None:
        if self.path != "/":
            self.over.wait(5)
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<h1>Konto</h1><a href=/next>Next</a>" if self.path == "/" else b"<button>Late</button>")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's
        """Nobody reads it."""


@contextmanager
def slow_server() -> Iterator[str]:
    class Handler(Slow):
        over = Event()

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        Handler.over.set()
        server.shutdown()


@pytest.mark.parametrize("act", ["link", "fetch"])
def test_a_page_whose_server_is_slow_is_waited_for(chromium_page: Page, act: str) -> None:
    RequestsSeen().watch(chromium_page.context)
    with slow_server() as address:
        chromium_page.goto(address)
        if act == "link":
            chromium_page.get_by_role("link").click()
        else:
            chromium_page.evaluate(
                "() => { fetch('/more').then((a) => a.text()).then((text) => document.body.innerHTML = text) }"
            )
        click(chromium_page)
