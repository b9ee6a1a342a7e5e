"""The suite stays on this machine, and would notice if it did not."""

import allure
import pytest
from playwright.sync_api import Page

from fixtures.world import WorldControl

pytestmark = [allure.feature("The suite itself"), allure.story("No request leaves this machine")]

FOREIGN = "https://przepustka.example/"


@pytest.mark.unwatched("console", reason="a browser tells of what it may not load")
def test_request_to_another_host_fails_and_is_noticed(
    page: Page, world: WorldControl, foreign_requests: list[str]
) -> None:
    page.goto(world.url("pacjent"))
    with page.expect_event("requestfailed"):
        page.evaluate(f"new Image().src = '{FOREIGN}'")
    assert foreign_requests == [FOREIGN]
    foreign_requests.clear()
