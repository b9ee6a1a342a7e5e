"""What a login has left open is found where the story's acts say that it is over, and only there."""

from collections.abc import Callable

import pytest

from e2e.watchers import open_things
from fixtures.acts import Act, listening
from fixtures.devices import COMPUTER
from fixtures.http_browser import HttpBrowser
from fixtures.watching.watcher import Watched
from fixtures.world import WorldControl
from mock_server.kernel.people import Person
from tests.watching.answers import answer

BEGUN = answer("/login/SingleSignOnService", site="login", method="POST")
ACCEPT, LOG_OUT = "Akceptuję i przechodzę do konta", "Wyloguj się"
Story = Callable[[WorldControl, Person, HttpBrowser], object]


def accepted(world: WorldControl, person: Person, browser: HttpBrowser) -> HttpBrowser:
    world.expect_login(person)
    return browser.open(world.url("ikp", "/zaloguj")).press(ACCEPT, zgoda="tak")


def another_tab(world: WorldControl, _person: Person, browser: HttpBrowser) -> None:
    seen = browser.seen
    browser.open(world.url("ikp", "/zaloguj"))
    browser.seen = seen


def complaints(story: Story, world: WorldControl, person: Person, browser: HttpBrowser, begun: int = 1) -> list[str]:
    acts: list[Act] = []
    with listening(acts.append):
        story(world, person, browser)
    return list(open_things.complaints(Watched(world, [BEGUN] * begun, acts, [], [], COMPUTER)))


@pytest.fixture
def person(world: WorldControl) -> Person:
    return world.make_person(1)


@pytest.fixture
def patient(new_http_browser: Callable[[], HttpBrowser]) -> HttpBrowser:
    return new_http_browser()


def test_a_login_that_left_nothing_has_no_complaint(world: WorldControl, person: Person, patient: HttpBrowser) -> None:
    assert complaints(accepted, world, person, patient) == []


def left_waiting(world: WorldControl, person: Person, browser: HttpBrowser) -> None:
    accepted(world, person, browser)
    another_tab(world, person, browser)


def test_a_login_that_waits_on_is_found(world: WorldControl, person: Person, patient: HttpBrowser) -> None:
    told = complaints(left_waiting, world, person, patient)
    assert sorted(told) == [f"the login is over, and a login is open at {site}" for site in ("ikp", "login")]


def test_nothing_is_said_where_several_logins_were_begun(
    world: WorldControl, person: Person, patient: HttpBrowser
) -> None:
    assert complaints(left_waiting, world, person, patient, begun=2) == []


def test_a_session_is_found_after_the_logout_alone(world: WorldControl, person: Person, patient: HttpBrowser) -> None:
    def logged_out_with_a_session(world: WorldControl, person: Person, browser: HttpBrowser) -> None:
        world.plant_catalogued("logout.hub_is_not_told")
        accepted(world, person, browser).press(LOG_OUT)

    assert complaints(logged_out_with_a_session, world, person, patient) == [
        "the login is over, and a session is open at login"
    ]
