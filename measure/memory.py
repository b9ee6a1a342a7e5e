"""``pytest -p measure.memory``: the memory of the browser after every test of one worker.

    .venv/bin/python -m pytest e2e/login -n 0 -p no:hypothesispytest -p measure.memory --browser firefox

It is the sum of the proportional set size (PSS) of all processes that the worker has started, Playwright's driver among
them: a page of memory that several processes share counts once. ``--tests-of-one 1000`` keeps one browser for all.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

_PROC = Path("/proc")
_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.M)
_EVERY = 10
"""Tests between two lines of the table."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """How long one browser is kept."""
    parser.addoption("--tests-of-one", type=int, help="tests until another browser takes the place of one")


def pytest_configure(config: pytest.Config) -> None:
    """Sample in the process that has the browser."""
    from fixtures import restarting  # noqa: PLC0415 - pytest is told first to rewrite its assertions

    if most := config.getoption("--tests-of-one"):
        restarting.TESTS_OF_ONE = dict.fromkeys(restarting.TESTS_OF_ONE, most)
    config.pluginmanager.register(Memory(), "memory-of-browser")


class Memory:
    """Looks at the processes below this one when a test has ended, its contexts closed."""

    def __init__(self) -> None:
        self._megabytes: list[float] = []

    def pytest_runtest_logfinish(self) -> None:
        """A test has ended."""
        self._megabytes.append(sum(map(proportional_kb, below(os.getpid()))) * 1024 / 1e6)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """The table, and the most."""
        for after in range(_EVERY, len(self._megabytes) + 1, _EVERY):
            terminalreporter.write_line(f"after {after} tests: {self._megabytes[after - 1]:.0f} MB")
        terminalreporter.write_line(f"at most {max(self._megabytes, default=0):.0f} MB, {len(self._megabytes)} tests")


def below(pid: int) -> Iterator[int]:
    """The processes that this one has started, and they in turn."""
    for task in (_PROC / str(pid) / "task").glob("*/children"):
        for child in map(int, _read(task).split()):
            yield child
            yield from below(child)


def proportional_kb(pid: int) -> int:
    """The proportional set size of a process in kB; 0 of one that has ended meanwhile."""
    found = _PSS.search(_read(_PROC / str(pid) / "smaps_rollup"))
    return int(found[1]) if found else 0


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return ""
