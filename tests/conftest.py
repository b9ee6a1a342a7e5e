"""Short ids, how many tries the tests that draw them make, a thread that is free for them, and a browser."""

import asyncio
import re
from collections.abc import Iterator
from zlib import crc32

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from fixtures.browsers import launch

_LONGEST_ID = 24
"""Letters: what is longer, or has a blank, is a sentence and no word."""


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Shorten a sentence to its argument, its first word and a digest, so that an id stays the same everywhere."""
    text = val.decode(errors="replace") if isinstance(val, bytes) else val
    if not isinstance(text, str) or (len(text) <= _LONGEST_ID and len(text.split()) == 1):
        return None
    first = next(iter(re.findall(r"[A-Za-z0-9]+", text)), argname)[:12]
    return f"{argname}-{first}-{crc32(text.encode(errors='replace')) % 4096:03x}"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the tests that try as often as they are asked to."""
    group = parser.getgroup("unit tests")
    group.addoption("--kills", type=int, default=4, metavar="N", help="moments at which a start is killed (4)")
    group.addoption("--fuzz", type=int, default=2000, metavar="N", help="requests without sense that are sent (2000)")
    group.addoption(
        "--answers", choices=("quick", "all"), default="quick", help="sent to our own services, and graded (quick)"
    )
    group.addoption("--fuzz-seed", type=int, default=14, metavar="S", help="the seed that they are drawn from (14)")


@pytest.fixture(autouse=True)
def free_of_the_stories_loop() -> Iterator[None]:
    """Let a test start a loop or a browser of its own, also where a story came before it in this process.

    The browser of the stories lives as long as the session, and Playwright's loop, though it rests meanwhile, counts
    as running in this thread: asyncio would refuse to start another.
    """
    resting = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(resting)


@pytest.fixture
def chromium() -> Iterator[Browser]:
    """A browser of the test's own, which reaches no other host."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def chromium_page(chromium: Browser) -> Page:
    """A page of it."""
    return chromium.new_page()
