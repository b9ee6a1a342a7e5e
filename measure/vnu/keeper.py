"""Keeps one page of each shape as a file, of all that the recorder is about to forget."""

from pathlib import Path
from secrets import token_hex

import pytest

from fixtures.watching.answers import Recorder
from fixtures.watching.states import StatesSeen, shape


class Keeper:
    """A plugin of pytest that listens to the recorder of the stories."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._states = StatesSeen(folder / "shapes")
        self._patch = pytest.MonkeyPatch()

    def pytest_sessionstart(self) -> None:
        """Begin to listen."""
        true_forget = Recorder.forget

        def forget(recorder: Recorder, world: str) -> None:
            self._keep(recorder, world)
            true_forget(recorder, world)

        self._patch.setattr(Recorder, "forget", forget)

    def pytest_unconfigure(self) -> None:
        """Listen no more."""
        self._patch.undo()

    def _keep(self, recorder: Recorder, world: str) -> None:
        for answer in recorder.of(world):
            state = (answer.site, answer.status, sorted(shape(answer)))
            if answer.is_page and self._states.is_new(*state):
                name = f"{answer.site}{answer.path}".strip("/").replace("/", "_")[:80]
                (self._folder / f"{name}.{answer.status}.{token_hex(4)}.html").write_bytes(answer.body)
