"""The stories' own pytest settings."""

import pytest

from e2e.paths import PATHS, Path

pytest_plugins: list[str] = []


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes a ``path`` walks every path of the table, each on its own device."""
    if "path" in metafunc.fixturenames:
        wanted = [path for path in PATHS if _is_wanted(path, metafunc.config)]
        metafunc.parametrize(
            ("path", "device"), [(p, p.device) for p in wanted], indirect=["device"], ids=[p.id for p in wanted]
        )


def _is_wanted(path: Path, config: pytest.Config) -> bool:
    return config.getoption("--device") in {None, path.device}
