"""The pytest plugin of the checker's run: keeps one page of each shape as a file.

Loaded only by the runner (``-p measure.vnu.plugin``); no other run knows of it.
"""

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what the runner says."""
    parser.addoption("--vnu-pages", type=Path, metavar="FOLDER", help="keep one page of each shape here")


def pytest_configure(config: pytest.Config) -> None:
    """Keep the pages of each world before they are forgotten."""
    folder: Path | None = config.getoption("--vnu-pages")
    if folder:
        from measure.vnu.keeper import Keeper  # noqa: PLC0415 - `fixtures` is for the root's conftest to load first

        config.pluginmanager.register(Keeper(folder))
