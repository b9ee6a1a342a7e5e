"""The cast."""

from collections.abc import Callable

import pytest

from e2e.at_once.acting import Actor
from fixtures.http_browser import HttpBrowser
from fixtures.people import PersonMaker
from fixtures.world import WorldControl

ActorMaker = Callable[[], Actor]


@pytest.fixture
def new_actor_at_home(
    world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser]
) -> ActorMaker:
    """Factory of people, each with a computer and a phone of their own."""
    return lambda: Actor(world, make_person(), new_http_browser(), new_http_browser())
