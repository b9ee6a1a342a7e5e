"""``python -m measure.bench.bare``: the ten paths as a bare Playwright script; prints each path's seconds as JSON.

``… lean`` or ``… full`` records a trace of each context, which nobody writes down, as of a path that passes.
"""

import json
import sys
from collections.abc import Callable
from itertools import count
from os import getpid
from time import perf_counter
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from fixtures.browsers import launch
from fixtures.devices import PIXEL, Device, context_arguments, device_named
from measure.bench import clicks
from mock_server.client import Control
from mock_server.command.running import RunningServer
from mock_server.kernel.people import Confirmation

WALKS: dict[str, Callable[[clicks.PathWalk], None]] = {
    "menu-trusted_profile-pz-sms-computer-ikp-pl": clicks.by_sms,
    "banner-trusted_profile-pz-push-computer-ikp-uk": clicks.by_push,
    "menu-trusted_profile-mbank-bank-computer-ikp-pl": clicks.by_bank,
    "menu-mojeid-ing-consent-computer-ikp-pl": clicks.by_mojeid,
    "banner-mojeid-bps-consent-pixel-ikp-pl": clicks.by_cooperative,
    "menu-id_card-e-dowod-reader-computer-ikp-pl": clicks.by_reader,
    "menu-id_card-e-dowod-edo_app_qr-computer-ikp-en": clicks.by_edo_qr,
    "app-id_card-e-dowod-edo_app_number-iphone-mojeikp-en": clicks.by_edo_number,
    "menu-mobywatel-mobywatel-qr-computer-ikp-uk": clicks.by_qr,
    "banner-mobywatel-mobywatel-code-pixel-ikp-uk": clicks.by_code,
}
"""The representative paths, by their names in the table; the script walks each in Polish."""
WARM_UP = "banner-trusted_profile-pz-sms-computer-ikp-uk"
"""Walked first and not counted, since it meets a cold browser and unimported sites."""


TRACES: dict[str, dict[str, Any]] = {
    "lean": {"snapshots": True, "screenshots": False, "sources": False},
    "full": {"snapshots": True, "screenshots": True, "sources": True},
}
"""What is recorded: the least with which a trace shows its pages, and what pytest-playwright takes."""


def main() -> None:
    """PathWalk them all, one after another, each in contexts of its own."""
    with sync_playwright() as playwright, RunningServer() as server, Control(f"http://127.0.0.1:{server.port}") as it:
        browser = launch(playwright)
        trace = TRACES.get("".join(sys.argv[1:]))
        walk_path(playwright, browser, it, WARM_UP, clicks.by_sms, trace)
        seconds = {path: walk_path(playwright, browser, it, path, walk, trace) for path, walk in WALKS.items()}
        browser.close()
    json.dump(seconds, sys.stdout)


_numbers = count()


def walk_path(
    playwright: Playwright,
    browser: Browser,
    control: Control,
    path: str,
    walk: Callable[[clicks.PathWalk], None],
    trace: dict[str, Any] | None = None,
) -> float:
    """Seconds from before the first context to after the last is closed; the person is made before."""
    entry, *_, device_name, destination, _ = path.split("-")
    device, world = device_named(device_name), control.create_world(f"bare{getpid()}-{next(_numbers)}")
    person = world.make_person(next(_numbers), confirmation=Confirmation.PUSH if "-push-" in path else Confirmation.SMS)
    begun = perf_counter()
    contexts: list[BrowserContext] = []

    def page_on(device: Device) -> Page:
        contexts.append(browser.new_context(**context_arguments(device, playwright, "chromium")))
        if trace:
            contexts[-1].tracing.start(**trace)
            contexts[-1].tracing.start_chunk()
        return contexts[-1].new_page()

    page = page_on(device)

    def phone() -> Page:
        if device.is_phone:
            return page.context.new_page()
        return page_on(PIXEL)

    _walk(clicks.PathWalk(page, world, person, phone), entry, walk, destination)
    _close(contexts, traced=bool(trace))
    seconds = perf_counter() - begun
    world.drop()
    return seconds


def _walk(given: clicks.PathWalk, entry: str, walk: Callable[[clicks.PathWalk], None], destination: str) -> None:
    clicks.open_hub(given.page, given.world, entry)
    walk(given)
    clicks.arrive(given, destination)


def _close(contexts: list[BrowserContext], *, traced: bool) -> None:
    for context in contexts:
        if traced:
            context.tracing.stop_chunk()
        context.close()


if __name__ == "__main__":
    main()
