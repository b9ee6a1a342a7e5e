"""Countdowns that scripts write: the words run, the moment that machines are told is when the time is over."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from fixtures.people import Person
from fixtures.start import open_account, open_hub
from fixtures.world import WorldControl
from pages.login_mobywatel.code import CodePage

pytestmark = pytest.mark.behaviour("data.moments")

IDLE, CODE_LIFE = timedelta(minutes=15), timedelta(minutes=5)


@pytest.mark.devices("computer", "pixel")
def test_the_warning_counts_down_to_the_end_that_another_tab_has_put_off(
    page: Page, world: WorldControl, person: Person
) -> None:
    account = open_account(page, world, person)
    world.freeze()
    world.advance(600)
    page.context.new_page().goto(page.url)
    last_active = world.now()
    page.bring_to_front()
    world.advance(14 * 60)
    left = account.session_dialog.expect_warning().left
    expect(left).to_have_text("1:00")
    assert told(left.get_attribute("datetime")) == to_the_second(last_active + IDLE)


@pytest.mark.devices("computer", "pixel")
def test_a_code_counts_down_to_its_end(page: Page, world: WorldControl) -> None:
    hub = open_hub(page, world)
    world.freeze()
    shown_at = world.now()
    code = hub.choose("mobywatel", CodePage)
    world.advance(100)
    page.reload()
    expect(code.left).to_have_text(re.compile(r"3:(20|1\d)"))
    assert told(code.left.get_attribute("datetime")) == to_the_second(shown_at + CODE_LIFE)


def told(value: str | None) -> datetime:
    """The moment that machines are told."""
    return datetime.fromisoformat(value or "")


def to_the_second(moment: datetime) -> datetime:
    """A moment as pages tell it."""
    return moment.replace(microsecond=0)
