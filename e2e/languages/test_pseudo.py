"""A run in the pseudo-language over every page state: a text that could not be translated would show."""

import allure
import pytest
from playwright.sync_api import Page

from e2e.access.walks import WALKS, PageWalk
from e2e.languages.exceptions import allowed_in
from e2e.languages.reading import untranslated
from fixtures.approving.onlookers import Onlooker
from fixtures.walking import InspectionScene
from fixtures.world import WorldControl
from pages.languages import PSEUDO

pytestmark = [allure.epic("Languages"), pytest.mark.behaviour("language.whole")]

PLANTED = ("language.footer_is_not_translated", "language.name_of_the_switch_is_not_translated")


# Every text of a page is read, whether it shows on this device or not: one device is enough.
@pytest.mark.timeout(180, func_only=True)
@pytest.mark.parametrize(
    ("walk", "device", "language"),
    [pytest.param(walk, walk.devices[0], PSEUDO, id=walk.id, marks=walk.marks) for walk in WALKS],
    indirect=["device", "language"],
)
def test_every_text_of_a_walk_can_be_translated(walk: PageWalk, scene: InspectionScene, onlooker: Onlooker) -> None:
    walk.go(scene)
    assert set(scene.arrived) == set(walk.pages)
    found = onlooker.complaints(walk.id)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", [PSEUDO], indirect=True)
@pytest.mark.parametrize("planted", PLANTED)
def test_a_text_that_was_forgotten_is_found(page: Page, world: WorldControl, planted: str) -> None:
    page.goto(world.url("login"))
    assert untranslated(page, allowed_in(world)) == []
    world.plant_catalogued(planted)
    page.reload()
    assert untranslated(page, allowed_in(world))
