"""What a page tells of a moment is when it happened, by the world's clock, however late somebody looks."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from e2e.moments.days import DAYS
from e2e.moments.kinds import KINDS
from e2e.moments.scene import Scene
from e2e.trusted_profile.asked import sign_in_by_hand
from fixtures.control_phone import newest_sms
from fixtures.http_browser import HttpBrowser
from fixtures.people import PersonMaker
from fixtures.polish_time import WARSAW, told_moment
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("data.moments")

SceneMaker = Callable[[datetime], Scene]

MOMENTS = {
    "winter": datetime(2027, 2, 3, 9, 5, 7, tzinfo=WARSAW),
    "autumn": datetime(2027, 11, 23, 21, 45, 32, tzinfo=WARSAW),
    "summer-night": datetime(2027, 7, 4, 1, 2, 3, tzinfo=WARSAW),
}
"""Figures of one digit and of two, both offsets, and a night in which UTC still has the day before."""

at_each_moment = pytest.mark.parametrize(
    "moment", [moment.astimezone(UTC) for moment in MOMENTS.values()], ids=list(MOMENTS)
)


@pytest.fixture
def scene_at(world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser]) -> SceneMaker:
    """Begin a scene whose act is at this moment."""
    return lambda moment: Scene.begun(world, make_person, new_http_browser, moment)


@at_each_moment
@pytest.mark.parametrize("kind", list(KINDS))
def test_a_page_tells_when_it_happened(scene_at: SceneMaker, kind: str, moment: datetime) -> None:
    told, happened = KINDS[kind].shown(scene_at(moment)), moment + KINDS[kind].after
    assert datetime.fromisoformat(told.value) == happened
    assert told.words == KINDS[kind].words(happened)


@at_each_moment
def test_a_message_tells_when_it_was_sent(scene_at: SceneMaker, moment: datetime) -> None:
    scene = scene_at(moment)
    person = scene.make_person()
    scene.at_the_act()
    sign_in_by_hand(scene.computer, scene.world, person)
    scene.later()
    assert told_moment(moment) in newest_sms(scene.world, person).text


@pytest.mark.parametrize("day", [date(2012, 2, 3), date(2011, 11, 23)], ids=str)
@pytest.mark.parametrize("kind", list(DAYS))
def test_a_page_tells_the_day_that_the_register_has(scene_at: SceneMaker, kind: str, day: date) -> None:
    told = DAYS[kind](scene_at(MOMENTS["summer-night"].astimezone(UTC)), day)
    assert (date.fromisoformat(told.value), told.words) == (day, f"{day:%d.%m.%Y}")
