"""A person of a world whose time stands still, and their app, open."""

from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.kernel.people import Person


@pytest.fixture
def person(world: WorldControl) -> Person:
    world.freeze()
    return world.make_person(1)


@pytest.fixture
def locked(new_http_browser: Callable[[], HttpBrowser], world: WorldControl, person: Person) -> HttpBrowser:
    """At its door."""
    return new_http_browser().open(world.url("mobywatel", f"/telefon/{person.phone}"))


@pytest.fixture
def app(locked: HttpBrowser, person: Person) -> HttpBrowser:
    """Open."""
    assert person.mobywatel
    return locked.submit("/zaloguj", password=person.mobywatel.password)
