"""An app that was left open locks itself, however much its open screen asks by itself."""

from collections.abc import Callable
from urllib.parse import urljoin

import allure
import pytest

from e2e.at_once.acting import Actor
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.world import WorldControl
from pages.mobywatel.app import PasswordScreen

pytestmark = [allure.epic("mObywatel for patients"), allure.feature("Consent")]

IDLE, NEWS = 600, "/nowe"


@pytest.mark.behaviour("consent.locked")
@pytest.mark.parametrize("screen", ["/start", "/powiadomienia", "/sms"])
def test_what_an_open_screen_asks_by_itself_keeps_the_app_open_no_longer(
    world: WorldControl, person: Person, new_http_browser: Callable[[], HttpBrowser], screen: str
) -> None:
    world.freeze()
    actor = Actor(world, person, new_http_browser(), new_http_browser())
    actor.open_app()
    app = actor.handset.open(world.url("mobywatel", screen))
    asked = [str(path) for path in app.page.xpath("//@data-status | //@data-part")]
    assert NEWS in asked
    for _ in range(3):
        for path in asked:
            assert app.read(urljoin(app.address, path)).status_code == 200
        world.advance(IDLE / 3)
    assert app.open(world.url("mobywatel", "/start")).heading == PasswordScreen.heading
