"""The suite stays on this machine, and would notice if it did not."""

import allure
import pytest
from playwright.sync_api import Page

pytestmark = [allure.feature("The suite itself"), allure.story("No request leaves this machine")]

FOREIGN = "https://przepustka.example/"


@pytest.mark.needs("events")
@pytest.mark.unwatched("console", reason="a browser tells of what it may not load")
def test_request_to_another_host_fails_and_is_noticed(page: Page, foreign_requests: list[str]) -> None:
    page.set_content("<h1>A page whose policy lets every request go</h1>")  # else Firefox stops it before it is one
    with page.expect_event("requestfailed"):
        page.evaluate(f"new Image().src = '{FOREIGN}'")
    assert foreign_requests == [FOREIGN]
    foreign_requests.clear()
