"""(c) The phone scans a QR from the computer's screen: takes the picture's bytes and reads the code."""

from statistics import median
from time import perf_counter

from playwright.sync_api import sync_playwright

from fixtures.browsers import launch
from fixtures.camera import Camera
from fixtures.devices import COMPUTER, context_arguments
from fixtures.qr import read_qr
from measure.bench.clicks import open_hub
from measure.bench.figures import Figure, spread
from measure.bench.options import Effort
from measure.bench.reference import yardstick
from mock_server.client import Control
from mock_server.command.running import RunningServer

_AIM_MS = 15


def measure(effort: Effort) -> list[Figure]:
    """Scan one real screenshot of the QR, and one of the whole page, again and again."""
    element, whole_page = _screenshots()
    return [
        _scan("scan a QR on a computer screen (its element)", element, effort),
        _scan("scan a QR on a computer screen (the whole page)", whole_page, effort),
    ]


def _scan(name: str, screen: bytes, effort: Effort) -> Figure:
    camera, times, references = Camera(), [], []
    for _ in range(effort.of(300, 60)):
        references.append(yardstick())
        begun = perf_counter()
        read_qr(camera.take(screen))
        times.append((perf_counter() - begun) * 1000)
    return Figure(
        name,
        median(times),
        "ms",
        at_most=_AIM_MS,
        reference={"yardstick": median(references)},
        details={"scan_ms": spread(times), "png_bytes": len(screen)},
    )


def _screenshots() -> tuple[bytes, bytes]:
    with sync_playwright() as playwright, RunningServer() as server, Control(f"http://127.0.0.1:{server.port}") as it:
        world, browser = it.create_world("scan"), launch(playwright)
        page = browser.new_context(**context_arguments(COMPUTER, playwright, "chromium")).new_page()
        open_hub(page, world, "menu")
        page.get_by_role("link", name="Aplikacja mObywatel").click()
        qr = page.get_by_role("img", name="Kod QR")
        shots = qr.screenshot(), page.screenshot()
        browser.close()
        return shots
