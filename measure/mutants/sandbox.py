"""A copy of the project in which one file at a time is changed, so that nobody else meets a mutant."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory
from threading import Event
from time import monotonic
from typing import Self

from bootstrap.children import started
from measure.flake.ends import End, read_ends
from measure.sessions import end_of

_LEFT_OUT = ignore_patterns(
    ".git", ".venv", "node_modules", "out", "__pycache__", ".*_cache", ".hypothesis", ".przepustka"
)
_LINKED = (".venv", "node_modules")
_HERE = ("-c", "pyproject.toml", "--rootdir", ".")
"""Said, for pytest would guess from the folders of all files among its arguments, the runner's own too."""
_QUIET = (
    "-q",
    "--run-blocked",
    "--tb=short",
    "--show-capture=no",
    "--color=no",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:hypothesispytest",
)
_TEST_SECONDS = 45
_START_SECONDS = 60.0
_TOLD_EVERY = 1.0
_FOREVER = float("inf")
_SLOWER = 4.0
"""So many times as long as its tests took on their walk may a session take."""


@dataclass(frozen=True)
class Ended:
    """How a session ended.

    Attributes:
        ends: of the tests that were run.
        code: pytest's exit code; None where it had to be stopped.
        said: the last that it said.
    """

    ends: tuple[End, ...]
    code: int | None
    said: str


def _idle() -> None:
    """Nothing to do meanwhile."""


class Sandbox:
    """A copy of the tracked rooms of a project; what was installed is linked. A context manager."""

    def __init__(self, root: Path) -> None:
        self._scratch = TemporaryDirectory(prefix="mutants-", ignore_cleanup_errors=True)
        self.root = Path(self._scratch.name).resolve() / "project"
        self._origin = root
        self._stopped = Event()

    def __enter__(self) -> Self:
        """Copy."""
        copytree(self._origin, self.root, ignore=_LEFT_OUT)
        for name in _LINKED:
            if (self._origin / name).exists():
                (self.root / name).symlink_to((self._origin / name).resolve(), target_is_directory=True)
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing."""
        self._scratch.cleanup()

    def stop(self) -> None:
        """Let a session that another thread waits for end now."""
        self._stopped.set()

    @contextmanager
    def changed(self, file: str, code: str) -> Iterator[None]:
        """Let a file of the copy be this until the block ends."""
        place = self.root / file
        true = place.read_text(encoding="utf-8")
        try:
            _write(place, code)
            yield
        finally:
            _write(place, true)

    def run(self, seconds: Mapping[str, float], *, to_the_end: bool = False) -> Ended:
        """Run these tests, of which it is known how long they take, up to the first failure or to the end."""
        order, log = self.root.parent / "order.txt", self.root.parent / "ends.jsonl"
        order.write_text("\n".join(seconds), encoding="utf-8")
        log.unlink(missing_ok=True)
        files = dict.fromkeys(test.partition("::")[0] for test in seconds)
        plugin = ("-p", "measure.flake.plugin", "--order", str(order), "--flake-log", str(log))
        limit = _START_SECONDS + _SLOWER * sum(seconds.values())
        code = self.pytest([*plugin, *(() if to_the_end else ("-x",)), f"--timeout={_TEST_SECONDS}", *files], limit)
        return Ended(tuple(read_ends(log)[0]), code, self.said[-2000:])

    def pytest(
        self, arguments: Sequence[str], limit: float = _FOREVER, watch: Callable[[], None] = _idle
    ) -> int | None:
        """Pytest's exit code; None where it did not end in time, and was stopped with all that it had started."""
        ends = monotonic() + limit
        command = [sys.executable, "-m", "pytest", *_HERE, *_QUIET, *arguments]
        with (
            self._output.open("wb") as output,
            started(command, cwd=self.root, stdout=output, stderr=subprocess.STDOUT) as process,
        ):
            code = None
            while code is None and monotonic() < ends and not self._stopped.is_set():
                code = end_of(process, _TOLD_EVERY)
                watch()
            return code

    def collect(self, file: Path) -> list[str]:
        """The ids of every test, each room's as it has them alone: a conftest's say in ids goes beyond its folder."""
        found = []
        for room in ("tests", "e2e"):
            file.unlink(missing_ok=True)
            self.pytest(["-p", "measure.strength.plugin.hooks", "--strength-tests", str(file), "--collect-only", room])
            if not file.exists():
                return []
            found += [row["id"] for row in json.loads(file.read_text(encoding="utf-8"))]
        return found

    @property
    def said(self) -> str:
        """All that the last session said."""
        return self._output.read_text(encoding="utf-8", errors="replace")

    @property
    def _output(self) -> Path:
        return self.root.parent / "pytest.log"


def _write(file: Path, code: str) -> None:
    """Python takes an old bytecode for good where size and second are the same, so that has to go."""
    file.write_text(code, encoding="utf-8")
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
        compiled.unlink()
