"""An authorisation opens from its first day through its last, and changes at midnight in Warsaw."""

from datetime import date, datetime, timedelta

import pytest

from e2e.rights.conftest import Enter, sites
from fixtures.people import Person, PersonMaker
from fixtures.polish_time import WARSAW
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("account.days")

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
DAYS = [date(2027, 1, 15), date(2027, 7, 15), date(2028, 2, 29), date(2027, 12, 31)]
"""In winter and in summer, in which Warsaw's midnight is another one of UTC; a leap day; a year's end."""


def midnight(day: date) -> datetime:
    """The moment at which a day begins in Poland."""
    return datetime(day.year, day.month, day.day, tzinfo=WARSAW)


def opens(world: WorldControl, enter: Enter, viewer: Person, site: str, moment: datetime) -> bool:
    """Whether an account of somebody else opens at a moment."""
    world.set_clock(moment)
    visitor = enter(viewer, site)
    return [visitor.get(address).status for address in visitor.links("osoby")] == [200]


@sites
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_right_of_one_day_opens_from_midnight_to_midnight_in_warsaw(
    world: WorldControl, make_person: PersonMaker, enter: Enter, day: date, site: str
) -> None:
    owner, carer = make_person(), make_person()
    enter(owner, site).authorise(carer, typed={"od": day.isoformat(), "do": day.isoformat()})
    world.freeze()
    first, end = midnight(day), midnight(day + DAY)
    moments = (first - SECOND, first, end - SECOND, end)
    assert [opens(world, enter, carer, site, moment) for moment in moments] == [False, True, True, False]


@pytest.mark.parametrize("years", [0, 1, 10])
def test_a_right_without_an_end_goes_on(
    world: WorldControl, make_person: PersonMaker, enter: Enter, years: int
) -> None:
    owner, carer = make_person(), make_person()
    enter(owner, "ikp").authorise(carer)
    assert opens(world, enter, carer, "ikp", world.now() + timedelta(days=1 + 365 * years))


def test_a_page_hears_of_the_midnight_at_which_its_right_ends(
    world: WorldControl, make_person: PersonMaker, enter: Enter
) -> None:
    owner, carer = make_person(), make_person()
    last = date(2027, 7, 15)
    world.authorise(owner, carer, last_day=last)
    world.freeze()
    world.set_clock(midnight(last + DAY) - SECOND)
    viewer = enter(carer, "ikp")
    (address,) = viewer.links("osoby")
    (status,) = viewer.get(address).page.xpath("//script/@data-status")
    assert viewer.browser.read(viewer.home + status).json() == {"status": "same"}
    world.advance(1)
    assert viewer.browser.read(viewer.home + status).json() == {"status": "over"}
