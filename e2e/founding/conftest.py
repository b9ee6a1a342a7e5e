"""Who founds a profile."""

from collections.abc import Callable
from typing import Any

import pytest

from e2e.founding.founder import Founder
from fixtures.http_browser import HttpBrowser
from fixtures.people import PersonMaker
from fixtures.world import WorldControl

FounderMaker = Callable[..., Founder]


@pytest.fixture
def make_founder(
    world: WorldControl, new_http_browser: Callable[[], HttpBrowser], make_person: PersonMaker
) -> FounderMaker:
    """Factory of people who have all but a profile, each with a browser; takes what ``make_person`` takes."""

    def make(**wishes: Any) -> Founder:  # noqa: ANN401 - passed on
        wishes.setdefault("holdings", ("banks", "mobywatel"))
        return Founder(world, new_http_browser(), make_person(**wishes))

    return make


@pytest.fixture
def founder(make_founder: FounderMaker, world: WorldControl) -> Founder:
    """One of them; the clock stands still."""
    world.freeze()
    return make_founder()
