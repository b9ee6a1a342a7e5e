"""A founded profile lives three years, to the moment, by either way to log in."""

from datetime import datetime, timedelta

import allure
import pytest

from e2e.founding.founder import BOTH_WAYS, PASSWORD, USERNAME, Founder
from e2e.morning import MORNING
from fixtures.polish_time import WARSAW, told_moment
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage
from pages.pz.login import NoProfilePage

pytestmark = [allure.epic("Founding a trusted profile"), pytest.mark.behaviour("founding.valid")]

END = MORNING.replace(year=MORNING.year + 3)
"""Of a profile that is founded on the morning of every story."""


@pytest.mark.parametrize("way", BOTH_WAYS)
@pytest.mark.parametrize(("early", "page"), [(1, ConsentPage), (0, NoProfilePage)], ids=["last-second", "over"])
def test_the_profile_logs_in_until_the_last_second_of_three_years(
    founder: Founder, world: WorldControl, way: str, early: int, page: type[ConsentPage | NoProfilePage]
) -> None:
    world.set_clock(MORNING)
    founder.found()
    world.set_clock(END - timedelta(seconds=early))
    founder.go_to_login()
    founder.log_in(way)
    founder.expect_at(page.heading)


@pytest.mark.parametrize(
    ("founded", "end"),
    [
        (datetime(2026, 7, 31, 0, 30, tzinfo=WARSAW), datetime(2029, 7, 31, 0, 30, tzinfo=WARSAW)),
        (datetime(2028, 2, 29, 12, 0, tzinfo=WARSAW), datetime(2031, 2, 28, 12, 0, tzinfo=WARSAW)),
    ],
    ids=["summer-night", "leap-day"],
)
def test_the_page_tells_the_same_time_of_the_same_day_three_years_later(
    founder: Founder, world: WorldControl, founded: datetime, end: datetime
) -> None:
    world.set_clock(founded)
    founder.found()
    founder.expect_told(f"Jest ważny do {told_moment(end)}")


def test_another_password_than_the_one_chosen_does_not_log_in(founder: Founder, world: WorldControl) -> None:
    founder.found()
    founder.go_to_login()
    founder.browser.press("Zaloguj się", username=USERNAME, password=PASSWORD.lower())
    assert founder.browser.status == 422
    assert len(world.inbox(founder.person).sms) == 1, "the code of the founding"
