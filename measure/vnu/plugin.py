"""The pytest plugin of the checker's run: keeps one page of each shape as a file.

Loaded only by the runner (``-p measure.vnu.plugin``); no other run knows of it.
"""

from pathlib import Path

import pytest

from fixtures.watching.answers import Recorder
from fixtures.watching.states import StatesSeen, shape


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what the runner says."""
    parser.addoption("--vnu-pages", type=Path, metavar="FOLDER", help="keep one page of each shape here")


def pytest_configure(config: pytest.Config) -> None:
    """Keep the pages of each world before they are forgotten."""
    folder: Path | None = config.getoption("--vnu-pages")
    if folder:
        keeper = _Keeper(folder)
        config.pluginmanager.register(keeper)


class _Keeper:
    """Writes what the recorder is about to forget."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._states = StatesSeen(folder / "shapes")
        self._patch = pytest.MonkeyPatch()

    def pytest_sessionstart(self) -> None:
        true_forget = Recorder.forget

        def forget(recorder: Recorder, world: str) -> None:
            self._keep(recorder, world)
            true_forget(recorder, world)

        self._patch.setattr(Recorder, "forget", forget)

    def pytest_unconfigure(self) -> None:
        self._patch.undo()

    def _keep(self, recorder: Recorder, world: str) -> None:
        for answer in recorder.of(world):
            state = (answer.site, answer.status, sorted(shape(answer)))
            if answer.is_page and self._states.is_new(*state):
                number = len(list(self._folder.glob("*.html")))
                name = f"{answer.site}{answer.path}".strip("/").replace("/", "_")[:80]
                (self._folder / f"{name}.{answer.status}.{number}.html").write_bytes(answer.body)
