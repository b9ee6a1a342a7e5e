"""A session that is about to end says so in time, and one key keeps it."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from e2e.session.limits import ABSOLUTE, IDLE, SITES, WARNING
from fixtures.account import Account
from fixtures.by_hand import ByHand
from fixtures.people import Person
from fixtures.start import OPEN
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("session.warning")

JSON = "application/json"
LEAST = 20
"""Seconds that a person must have (WCAG 2.2.1)."""
IS_HIDDEN = """hidden => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}"""
"""What a page is told as another tab covers it, and as it is shown again."""


@pytest.mark.devices("computer", "pixel")
@pytest.mark.parametrize("site", SITES)
def test_one_key_in_the_last_seconds_keeps_the_session(
    page: Page, world: WorldControl, person: Person, account: Account, site: str
) -> None:
    world.freeze()
    home = OPEN[site](page, world, person)
    world.advance(IDLE - LEAST)
    warning = home.session_dialog.expect_warning()
    expect(warning.root).to_contain_text("0:20")
    page.keyboard.press("Enter")
    warning.expect_none()
    world.advance(IDLE - 1)
    account.at(site).expect_open(page.context, person.pesel)


@pytest.mark.parametrize("site", SITES)
def test_who_kept_the_session_is_warned_again_on_the_same_page(
    page: Page, world: WorldControl, person: Person, site: str
) -> None:
    world.freeze()
    home = OPEN[site](page, world, person)
    for _ in range(3):
        world.advance(IDLE - LEAST)
        warning = home.session_dialog.expect_warning()
        expect(warning.root).to_contain_text("0:20")
        page.keyboard.press("Enter")
        warning.expect_none()


def test_an_answer_that_comes_late_takes_no_newer_warning_away(page: Page, world: WorldControl, person: Person) -> None:
    world.freeze()
    held: list[Route] = []
    home = OPEN["ikp"](page, world, person)
    page.route(
        "**/sesja/*", lambda route: held.append(route) if JSON in route.request.headers["accept"] else route.continue_()
    )
    world.advance(IDLE - LEAST)
    warning = home.session_dialog.expect_warning()
    with page.expect_request(lambda request: JSON in request.headers["accept"]):
        page.keyboard.press("Enter")
    warning.expect_none()
    world.advance(IDLE - LEAST)
    home.session_dialog.expect_warning()
    with page.expect_response("**/sesja/*"):
        held[0].fulfill(json={"status": "alive"})
    page.evaluate("() => fetch('/static/once.js').then((answer) => answer.text())")
    home.session_dialog.expect_warning()


@pytest.mark.parametrize("site", SITES)
def test_a_tab_that_was_hidden_is_warned_as_it_is_shown(
    page: Page, world: WorldControl, person: Person, site: str
) -> None:
    world.freeze()
    home = OPEN[site](page, world, person)
    page.evaluate(IS_HIDDEN, True)
    world.advance(IDLE - WARNING)
    page.evaluate(IS_HIDDEN, False)
    home.session_dialog.expect_warning()


@pytest.mark.parametrize("site", SITES)
def test_warning_comes_two_minutes_before_the_end_and_not_before(
    page: Page, world: WorldControl, person: Person, by_hand: ByHand, site: str
) -> None:
    world.freeze()
    with page.expect_request("**/sesja/*") as polled:
        home = OPEN[site](page, world, person)
    poll = by_hand.write("GET", polled.value.url, like=page.context)
    world.advance(IDLE - WARNING - 1)
    assert by_hand.send(poll).json() == {"status": "alive"}
    home.session_dialog.expect_none()
    world.advance(1)
    warning = home.session_dialog.expect_warning()
    expect(warning.root).to_contain_text("2:00")


@pytest.mark.parametrize("site", SITES)
def test_the_open_warning_goes_on_telling_how_long_is_left(
    page: Page, world: WorldControl, person: Person, site: str
) -> None:
    world.freeze()
    home = OPEN[site](page, world, person)
    world.advance(IDLE - WARNING)
    left = home.session_dialog.expect_warning().root.get_by_role("time")
    end = world.now().replace(microsecond=0) + timedelta(seconds=WARNING)
    for seconds, told in ((0, "2:00"), (1, "1:59"), (59, "1:00"), (51, "0:09")):
        world.advance(seconds)
        expect(left).to_have_text(told)
        moment = left.get_attribute("datetime")
        assert moment
        assert datetime.fromisoformat(moment) == end


def test_session_that_nobody_can_extend_says_that(page: Page, world: WorldControl, person: Person) -> None:
    world.freeze()
    home = OPEN["ikp"](page, world, person)
    for _ in range(4):
        world.advance((ABSOLUTE - WARNING) / 4)
        home.page.reload()
    home.session_dialog.expect_last_warning()
