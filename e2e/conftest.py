"""The stories' own pytest settings."""

import allure
import pytest

from e2e.behaviour import BEHAVIOURS, PARAGRAPHS
from e2e.paths import PATHS, Path


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes a ``path`` walks every path of the table, each on its own device."""
    if "path" in metafunc.fixturenames:
        wanted = [path for path in PATHS if _is_wanted(path, metafunc.config)]
        metafunc.parametrize(
            ("path", "device"), [(p, p.device) for p in wanted], indirect=["device"], ids=[p.id for p in wanted]
        )

    elif marker := metafunc.definition.get_closest_marker("devices"):
        metafunc.parametrize("device", marker.args, indirect=True)


@pytest.fixture(autouse=True)
def behaviour_in_report(request: pytest.FixtureRequest) -> None:
    """The behaviours that a test claims are its stories in the report."""
    for marker in request.node.iter_markers("behaviour"):
        for name in marker.args:
            allure.dynamic.feature(PARAGRAPHS[name.partition(".")[0]])
            allure.dynamic.story(BEHAVIOURS[name])


def _is_wanted(path: Path, config: pytest.Config) -> bool:
    return config.getoption("--device") in {None, path.device}
