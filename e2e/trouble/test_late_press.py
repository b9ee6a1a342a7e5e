"""Who presses for a new code just as the phone has approved the one on the screen is logged in all the same."""

from collections.abc import Callable

import pytest

from e2e.at_once.acting import Actor
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.world import WorldControl
from pages.ikp.entrance import ConsentPage
from pages.login.methods import TILES

pytestmark = pytest.mark.behaviour("consent.counts")


@pytest.fixture
def actor(world: WorldControl, person: Person, new_http_browser: Callable[[], HttpBrowser]) -> Actor:
    """A person with a computer and a phone; the computer looks at nothing by itself."""
    return Actor(world, person, new_http_browser(), new_http_browser())


def test_an_approval_in_mobywatel_outlives_a_late_press(actor: Actor) -> None:
    actor.approve_login()
    assert actor.computer.press("Odśwież kod QR").heading == ConsentPage.heading


def test_an_approval_in_the_edo_app_outlives_a_late_press(actor: Actor) -> None:
    card, computer, app = actor.person.id_card, actor.computer, actor.handset
    assert card
    computer.open(actor.world.url("ikp", "/zaloguj")).press(TILES["id_card"]).press("Aplikacja eDO App")
    number = computer.text_of("//output")
    app.open(actor.world.url("edo-app", "/wpisz")).press("Dalej", number=number).press("POTWIERDZAM")
    for typed in ({"can": card.can}, {"number": card.number}, {"pin1": card.pin1}):
        app.press("Dalej", **typed)
    assert computer.press("Odśwież kod").heading == ConsentPage.heading
