"""The stage, and which stories of the tables are told."""

from collections.abc import Callable, Iterator

import pytest

from e2e.second_try.choices import CHOICES, Option
from e2e.second_try.stage import Stage
from e2e.second_try.stories import stories_of
from fixtures.http_browser import HttpBrowser
from fixtures.shares import is_full
from fixtures.world import WorldControl

Story = tuple[Option, Option]
_MOST = 16
"""A story makes up to 102 entries, and a journal keeps 2,000: what it loses no watcher sees."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Stories of one choice in one manner are one test, in one world: as many as its journal holds."""
    if "stories" in metafunc.fixturenames:
        full = is_full(metafunc.config, "--second-try")
        metafunc.parametrize(
            ("choice", "manner", "stories"),
            [
                pytest.param(choice, manner, stories, id="-".join([choice.name.replace(" ", "_"), manner, *part]))
                for choice in CHOICES
                for manner, told in stories_of(choice, full=full).items()
                for stories, part in _parts(told)
            ],
        )


def _parts(told: list[Story]) -> Iterator[tuple[list[Story], list[str]]]:
    """As many as one test tells, and which they are where there are more."""
    for start in range(0, len(told), _MOST):
        yield told[start : start + _MOST], [f"from_{start}"] if len(told) > _MOST else []


@pytest.fixture
def stage(world: WorldControl, new_http_browser: Callable[[], HttpBrowser]) -> Stage:
    """The world of this test, its people, and browsers for them."""
    client = new_http_browser().client
    return Stage.make(world, lambda: HttpBrowser(client))
