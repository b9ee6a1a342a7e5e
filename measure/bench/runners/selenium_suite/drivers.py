"""Browsers that chromedriver starts: each is a device of its own, fresh for each test, as Selenium's guide has it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from measure.bench.bench_env import chromedriver
from measure.bench.runners.given import Given

PIXEL: dict[str, Any] = {
    "deviceMetrics": {"width": 412, "height": 839, "pixelRatio": 2.625, "mobile": True, "touch": True},
    "userAgent": (
        "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko)"
        " Chrome/156.0.0.0 Mobile Safari/537.36"
    ),
}
IPHONE: dict[str, Any] = {
    "deviceMetrics": {"width": 393, "height": 659, "pixelRatio": 3.0, "mobile": True, "touch": True},
    "userAgent": (
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
        " Version/17.5 Mobile/15E148 Safari/604.1"
    ),
}
EMULATED: dict[str, dict[str, Any] | None] = {"computer": None, "pixel": PIXEL, "iphone": IPHONE}
"""By the device's name in the path table; the same sizes as Playwright's registry has."""


@contextmanager
def started(given: Given, device: str) -> Iterator[Chrome]:
    """A browser on a device."""
    options = ChromeOptions()
    options.binary_location = given.browser or ""
    for argument in (*given.arguments, "--headless", "--no-sandbox", "--window-size=1280,900", "--accept-lang=pl-PL"):
        options.add_argument(argument)
    emulated = EMULATED[device]
    if emulated:
        options.add_experimental_option("mobileEmulation", emulated)
    service = Service(chromedriver(), env=os.environ | {"TZ": "Europe/Warsaw"})
    driver = Chrome(options, service)
    try:
        if emulated:  # where a person's tap is permission enough, a headless browser denies what it cannot ask
            allowed = {"permission": {"name": "clipboard-write"}, "setting": "granted"}
            driver.execute_cdp_cmd("Browser.setPermission", allowed)
        yield driver
    finally:
        driver.quit()
