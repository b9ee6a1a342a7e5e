"""What the stories of the account begin with."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from fixtures.people import Person
from fixtures.start import OPEN
from fixtures.world import WorldControl
from pages.ikp.records import PrescriptionsPage

DocumentOpener = Callable[[Page, Person, str], str]


@pytest.fixture
def open_document(world: WorldControl) -> DocumentOpener:
    """Signs a person in, opens their newest prescription, and returns its address."""

    def open_it(page: Page, person: Person, site: str = "ikp") -> str:
        OPEN[site](page, world, person).choose_tile(PrescriptionsPage).choose_first()
        return page.url

    return open_it
