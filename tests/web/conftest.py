"""A person who has everything, and a browser in front of login.gov.pl's methods."""

from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
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
def hub(new_http_browser: Callable[[], HttpBrowser], world: WorldControl) -> HttpBrowser:
    return new_http_browser().open(world.url("ikp", "/zaloguj"))
