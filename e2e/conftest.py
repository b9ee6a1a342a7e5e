"""What only stories are given: browsers, phones, and the hooks and fixtures that tell of them in the report."""

import allure
import pytest

from e2e.behaviour import BEHAVIOURS, PARAGRAPHS
from e2e.morning import MORNING
from e2e.paths import EVERY_ENGINE, FILMED, PATHS, SMOKE, Path
from e2e.watchers import WATCHERS
from e2e.ways import parts_of_step as parts_of
from fixtures.account import account
from fixtures.approving.onlooking import approved_picture, claims, onlooker, recorded
from fixtures.blocking import PartsOf, can_pass, failures
from fixtures.breaking import breaker
from fixtures.browsers import (
    browser_context_args,
    browser_type,
    browser_type_launch_args,
    connect_options,
    device,
    language,
    new_actor,
    new_context,
    stand_in,
)
from fixtures.engines import pytest_runtest_setup
from fixtures.evidence import (
    catches_every_error,
    pytest_runtest_makereport,
    told_in_report,
    uncaught_errors,
    watch_context,
)
from fixtures.filmed_phone import filmed_phone
from fixtures.foreign_service import foreign_service
from fixtures.foreign_site import foreign_site
from fixtures.loopback import foreign_requests, stays_on_loopback
from fixtures.network import network
from fixtures.phone import make_phone, phone
from fixtures.restarting import browser, browsers
from fixtures.start import account_page, hub
from fixtures.steps import tell_every_step
from fixtures.walking import scene
from fixtures.watching.watch import around_server, new_world, pytest_pyfunc_call, recorder, states_seen, watch
from fixtures.watching.watcher import Watcher
from fixtures.world import WorldControl

tell_every_step()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes a ``path`` walks every path of the table, each on its own device and in its language."""
    if "path" in metafunc.fixturenames:
        metafunc.parametrize(
            ("path", "device", "language"),
            [pytest.param(p, p.device, p.language, marks=marks_of(p)) for p in PATHS],
            indirect=["device", "language"],
            ids=[p.id for p in PATHS],
        )

    elif marker := metafunc.definition.get_closest_marker("devices"):
        metafunc.parametrize("device", marker.args, indirect=True)


def marks_of(path: Path) -> list[pytest.MarkDecorator]:
    """Whether a path is walked by ``make test`` and in every engine too, and whether it is filmed."""
    smoke = [pytest.mark.smoke] if path.id in SMOKE else []
    every = [pytest.mark.every_engine] if path.id in EVERY_ENGINE else []
    filmed = [pytest.mark.filmed(FILMED[path.id])] if path.id in FILMED else []
    return [*smoke, *every, *filmed]


@pytest.fixture(scope="session")
def watchers() -> tuple[Watcher, ...]:
    """Who looks at every story."""
    return WATCHERS


@pytest.fixture(scope="session")
def parts_of_step() -> PartsOf:
    """Which tests of paths a step that fails has blocked."""
    return parts_of


@pytest.fixture
def world(world: WorldControl) -> WorldControl:
    """The test's world, on the morning of every story."""
    world.set_clock(MORNING)
    return world


@pytest.fixture(autouse=True)
def behaviour_in_report(request: pytest.FixtureRequest) -> None:
    """The behaviours that a test claims are its stories in the report."""
    for marker in request.node.iter_markers("behaviour"):
        for name in marker.args:
            allure.dynamic.feature(PARAGRAPHS[name.partition(".")[0]])
            allure.dynamic.story(BEHAVIOURS[name])
