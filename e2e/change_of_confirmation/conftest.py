"""Who changes the method."""

import pytest
from playwright.sync_api import Page

from e2e.change_of_confirmation.steps import Changer
from fixtures.phone import Phone
from fixtures.world import WorldControl


@pytest.fixture
def changer(page: Page, world: WorldControl, phone: Phone) -> Changer:
    """Confirms by SMS, and is signed in at pz.gov.pl."""
    return Changer(page, world, phone).sign_in()
