"""People who leave."""

from collections.abc import Callable

import pytest

from e2e.leaving.leaver import OTHER, PERSON, Leaver
from fixtures.breaking import Breaker
from fixtures.http_browser import HttpBrowser
from fixtures.people import Confirmation, PersonMaker
from fixtures.world import WorldControl

LeaverMaker = Callable[[Confirmation], Leaver]


@pytest.fixture
def make_leaver(
    world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser], breaker: Breaker
) -> LeaverMaker:
    """Factory of people who confirm so."""

    def make(confirmation: Confirmation) -> Leaver:
        people = {PERSON: make_person(confirmation=confirmation), OTHER: make_person()}
        return Leaver(world, people, new_http_browser(), new_http_browser(), breaker)

    return make
