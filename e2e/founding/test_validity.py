"""A founded profile lives three years, to the moment, by either way to log in."""

from datetime import timedelta

import allure
import pytest

from e2e.founding.founder import BOTH_WAYS, Founder
from fixtures.polish_time import told_moment
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage
from pages.pz.login import NoProfilePage

pytestmark = [allure.epic("Founding a trusted profile"), pytest.mark.behaviour("founding.valid")]

THREE_YEARS = timedelta(days=3 * 365)


@pytest.mark.parametrize("way", BOTH_WAYS)
@pytest.mark.parametrize(("early", "page"), [(1, ConsentPage), (0, NoProfilePage)], ids=["last-second", "over"])
def test_the_profile_logs_in_until_the_last_second_of_three_years(
    founder: Founder, world: WorldControl, way: str, early: int, page: type[ConsentPage | NoProfilePage]
) -> None:
    founder.found()
    world.advance(THREE_YEARS.total_seconds() - early)
    founder.go_to_login()
    founder.log_in(way)
    founder.expect_at(page.heading)


def test_the_page_tells_until_when_the_profile_is_valid(founder: Founder, world: WorldControl) -> None:
    founder.found()
    founder.expect_told(f"Jest ważny do {told_moment(world.now() + THREE_YEARS)}")


def test_a_stranger_to_the_institution_does_not_log_in_with_the_profile(founder: Founder, world: WorldControl) -> None:
    founder.found()
    founder.go_to_login()
    founder.browser.press("Zaloguj się", username="moja.nazwa-1", password="Zielona łąka 2027")
    assert founder.browser.status == 422
    assert world.inbox(founder.person).sms[-1].text.startswith(told_moment(world.now()))
    assert len(world.inbox(founder.person).sms) == 1
