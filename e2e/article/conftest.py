"""Where the stories of the announcement begin."""

import pytest
from playwright.sync_api import Page

from fixtures.world import WorldControl
from pages.pacjent.articles import AnnouncementPage
from pages.pacjent.front import PortalPage


@pytest.fixture
def portal(page: Page, world: WorldControl) -> PortalPage:
    """The portal's front page."""
    page.goto(world.url("pacjent"))
    return PortalPage(page)


@pytest.fixture
def announcement(portal: PortalPage) -> AnnouncementPage:
    """The announcement, reached from the front page."""
    return portal.choose_announcement()
