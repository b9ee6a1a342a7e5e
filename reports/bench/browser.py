"""The browser as the suite starts it, without the suite."""

from playwright.sync_api import Browser, Playwright

from bootstrap.browsers import find_browser
from fixtures.browsers import CHROMIUM_ARGUMENTS as ARGUMENTS


def launch(playwright: Playwright) -> Browser:
    """Start the Chromium that the suite takes, headless, with the suite's own arguments."""
    found = find_browser("chromium")
    return playwright.chromium.launch(
        executable_path=found.executable, channel=found.channel, args=ARGUMENTS, headless=True
    )
