"""Whoever visits some page while the mock runs on this machine gives that page no hold over it."""

from collections.abc import Callable
from typing import Any

import allure
import pytest
from playwright.sync_api import Browser, Page

from fixtures.people import Person
from fixtures.world import WorldControl

pytestmark = [
    allure.feature("The suite itself"),
    allure.story("A page of another origin neither reads nor steers"),
    pytest.mark.here("mock", "browsers", reason="a foreign page of this machine's loopback asks the mock's bare host"),
    pytest.mark.unwatched("console", reason="a browser tells of what it keeps from a foreign page"),
]

REBOUND = "evil.example"


@pytest.fixture
def foreign_page(page: Page, foreign_site: Callable[[str], str]) -> Page:
    """The browser shows a page of a site that has nothing to do with the mock."""
    page.goto(foreign_site("<!DOCTYPE html><title>Foreign</title><h1>Foreign</h1>"))
    return page


def test_it_reads_nothing(foreign_page: Page, world: WorldControl) -> None:
    read = "address => fetch(address).then(answer => answer.text()).catch(() => null)"
    for address in (f"{world.control.url}/control/worlds", world.url("pacjent"), f"{world.control.url}/ready"):
        assert foreign_page.evaluate(read, address) is None


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "application/json"])
def test_it_empties_no_world_by_a_script(
    foreign_page: Page, world: WorldControl, person: Person, content_type: str
) -> None:
    address = f"{world.control.url}/control/worlds/{world.name}/reset"
    send = """([address, type, mode]) => {
        const headers = {'Content-Type': type}
        return fetch(address, {method: 'POST', mode, body: '{}', headers}).catch(() => null)
    }"""
    for mode in ("no-cors", "cors"):
        foreign_page.evaluate(send, [address, content_type, mode])
    assert world.person(person.pesel) == person


def test_it_empties_no_world_by_a_form(foreign_page: Page, world: WorldControl, person: Person) -> None:
    address = f"{world.control.url}/control/worlds/{world.name}/reset"
    with foreign_page.expect_response(address) as answered:
        foreign_page.evaluate(
            """address => {
                const form = Object.assign(document.createElement('form'), {action: address, method: 'post'})
                document.body.append(form)
                form.submit()
            }""",
            address,
        )
    assert answered.value.status in {403, 415}
    assert world.person(person.pesel) == person


@pytest.mark.parametrize("target", ["/control/worlds", "site"])
def test_it_frames_nothing(foreign_page: Page, world: WorldControl, target: str) -> None:
    address = world.url("pacjent") if target == "site" else f"{world.control.url}{target}"
    with foreign_page.expect_event("requestfailed", lambda request: request.url == address):
        foreign_page.evaluate(
            "address => document.body.append(Object.assign(document.createElement('iframe'), {src: address}))", address
        )


def test_a_name_of_its_own_that_leads_here_reaches_nothing(
    launch_browser: Callable[..., Browser], browser_name: str, world: WorldControl
) -> None:
    leads_here: dict[str, Any] = (
        {"args": [f"--host-resolver-rules=MAP {REBOUND} 127.0.0.1"]}
        if browser_name == "chromium"
        else {"firefox_user_prefs": {"network.dns.localDomains": REBOUND}}
    )
    port = world.control.url.rpartition(":")[2]
    browser = launch_browser(**leads_here)
    try:
        page = browser.new_context().new_page()
        for path in ("/control/worlds", "/ready", f"/worlds/{world.name}/pacjent/"):
            answer = page.goto(f"http://{REBOUND}:{port}{path}")
            assert answer
            assert answer.status == 421
    finally:
        browser.close()
