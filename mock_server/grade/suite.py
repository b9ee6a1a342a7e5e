"""Running somebody's tests: any command whose exit code says whether they are green."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event, current_thread, main_thread
from time import monotonic
from typing import Protocol

_SHOWN = 4096
"""Bytes of the end of what a run printed."""
_STOPPING = (signal.SIGINT, signal.SIGTERM)
_DYING, _LOOK = 3, 0.02
"""Seconds that what was killed may take to be gone, and between two looks; a zombie that nobody takes never is."""


@dataclass(frozen=True)
class Ran:
    """How a run ended.

    Attributes:
        code: its exit code; None where it did not end in time.
        end: of what it printed.
    """

    code: int | None
    seconds: float
    end: str = ""

    @property
    def is_green(self) -> bool:
        """Whether no test failed."""
        return self.code == 0

    @property
    def told(self) -> str:
        """How it ended, in words."""
        return f"exit code {self.code}" if self.code is not None else f"not over after {self.seconds:.0f} s"


class Suite(Protocol):
    """Somebody's tests."""

    def run(self, seconds: float | None = None) -> Ran:
        """All of them, ended after so many seconds."""


@dataclass(frozen=True)
class Command:
    """Tests behind a command.

    Attributes:
        words: the command.
        environment: what it is told besides what this process was.
        folder: where it runs.
    """

    words: Sequence[str]
    environment: Mapping[str, str]
    folder: Path | None = None

    def run(self, seconds: float | None = None) -> Ran:
        """Run it once; what it leaves running is ended with it.

        Raises:
            OSError: there is no such program.
        """
        began = monotonic()
        with TemporaryFile() as printed:
            process: subprocess.Popen[bytes] | None = None
            try:
                with _uninterrupted():
                    process = subprocess.Popen(
                        self.words, cwd=self.folder, env={**os.environ, **self.environment}, stdin=subprocess.DEVNULL,
                        stdout=printed, stderr=subprocess.STDOUT, start_new_session=True,
                    )  # fmt: skip
                code: int | None = process.wait(seconds)
            except subprocess.TimeoutExpired:
                code = None
            finally:
                if process:
                    _end(process)
            printed.seek(max(0, printed.seek(0, os.SEEK_END) - _SHOWN))
            return Ran(code, monotonic() - began, printed.read().decode("utf-8", "replace"))


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl+C and its kind wait for the end of the block: what runs before anybody knows of it is never ended."""
    waiting: list[int] = []
    stopping = (
        [one for one in _STOPPING if callable(signal.getsignal(one))] if current_thread() is main_thread() else []
    )
    before = {number: signal.signal(number, lambda number, _frame: waiting.append(number)) for number in stopping}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if waiting:
        raise KeyboardInterrupt


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it with all that it started in its session, a mock for example."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        until = monotonic() + _DYING
        while monotonic() < until:  # until it has died, it holds its ports, which the next run may want
            os.killpg(process.pid, 0)
            Event().wait(_LOOK)
    process.wait()
