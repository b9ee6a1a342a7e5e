"""A person who has everything, and a browser in front of login.gov.pl's methods."""

from collections.abc import Callable

import pytest

from fixtures.surfer import Surfer
from mock_server.client import WorldControl
from mock_server.kernel.people import IdCard, Person


@pytest.fixture
def person(world: WorldControl) -> Person:
    return world.make_person(1)


@pytest.fixture
def card(person: Person) -> IdCard:
    assert person.id_card
    return person.id_card


@pytest.fixture
def hub(new_surfer: Callable[[], Surfer], world: WorldControl) -> Surfer:
    return new_surfer().open(world.url("ikp", "/zaloguj"))
