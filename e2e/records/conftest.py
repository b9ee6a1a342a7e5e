"""What the stories of the record begin with."""

from collections.abc import Callable

import pytest

from fixtures.http_account import open_by_http
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.record import Record
from fixtures.world import WorldControl

RecordOpener = Callable[[Person, Record, str], HttpBrowser]


@pytest.fixture
def open_record(world: WorldControl, new_http_browser: Callable[[], HttpBrowser]) -> RecordOpener:
    """Puts a person's record, signs them in at a site, and returns their browser."""

    def open_it(person: Person, record: Record, site: str) -> HttpBrowser:
        world.put_record(person, record)
        return open_by_http(new_http_browser(), world, person, site)

    return open_it
