"""The stage, and which stories of the tables are told."""

from collections.abc import Callable

import pytest

from e2e.second_try.choices import CHOICES
from e2e.second_try.stage import Stage
from e2e.second_try.stories import stories_of
from fixtures.http_browser import HttpBrowser
from fixtures.world import WorldControl


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The stories of one choice in one manner are one test, in one world."""
    if "stories" in metafunc.fixturenames:
        full = metafunc.config.getoption("--second-try") == "full"
        metafunc.parametrize(
            ("choice", "manner", "stories"),
            [
                pytest.param(choice, manner, stories, id=f"{choice.name.replace(' ', '_')}-{manner}")
                for choice in CHOICES
                for manner, stories in stories_of(choice, full=full).items()
            ],
        )


@pytest.fixture
def stage(world: WorldControl, new_http_browser: Callable[[], HttpBrowser]) -> Stage:
    """The world of this test, its people, and browsers for them."""
    client = new_http_browser().client
    return Stage.make(world, lambda: HttpBrowser(client))
