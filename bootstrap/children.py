"""Programs that ours start: who stops ours stops them, and ours ends only when they have ended.

Each runs in a session of its own, so that a Ctrl+C reaches ours alone, which passes it on once.
"""

import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import current_thread, main_thread
from types import FrameType
from typing import Any

STOPPED = 130
"""The exit code of a command that was stopped."""
GRACE = 8
"""Seconds in which a program that is asked to stop should have ended."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Let a closed terminal and SIGTERM raise KeyboardInterrupt while the block lasts, as Ctrl+C does."""
    # Also SIGINT, which a shell lets its background jobs ignore, and they their children; nohup's SIGHUP stays ignored.
    numbers = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    before = {number: signal.signal(number, _stop) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextmanager
def started(command: Sequence[str | Path], **options: Any) -> Iterator[subprocess.Popen[bytes]]:  # noqa: ANN401 - Popen's
    """Start a program that lasts as long as the block; none of its processes outlives it.

    A KeyboardInterrupt in the block lets the program end in its own way, as Ctrl+C in a terminal would: all of its
    processes are told (a worker of xdist would else wait for its page). It waits for it; a second one kills it.
    """
    process: subprocess.Popen[bytes] | None = None
    with ExitStack() as stack:
        try:
            with _uninterrupted():
                process = subprocess.Popen([str(part) for part in command], start_new_session=True, **options)
            yield stack.enter_context(process)
        except KeyboardInterrupt:
            if process is not None:
                interrupt(process)
                process.wait()
            raise
        finally:
            if process is not None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let what would stop the block wait for its end: a program that nobody knows of yet could not be ended."""
    waiting: list[int] = []
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP) if current_thread() is main_thread() else ()
    heard = [number for number in numbers if callable(signal.getsignal(number))]
    before = {number: signal.signal(number, lambda number, _frame: waiting.append(number)) for number in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if waiting:
        raise KeyboardInterrupt


def call(command: Sequence[str | Path], **options: Any) -> int:  # noqa: ANN401 - Popen's
    """Run a program to its end; returns its exit code."""
    with started(command, **options) as process:
        return process.wait()


def call_within(seconds: float, command: Sequence[str | Path], **options: Any) -> int | None:  # noqa: ANN401 - Popen's
    """Run a program for so long at most; returns its exit code, or None where it was stopped, as by Ctrl+C."""
    with started(command, **options) as process:
        with suppress(subprocess.TimeoutExpired):
            return process.wait(seconds)
        interrupt(process)
        with suppress(subprocess.TimeoutExpired):
            process.wait(GRACE)
        return None


def interrupt(process: subprocess.Popen[bytes]) -> None:
    """Tell a program that was started so, and its processes, to end."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
