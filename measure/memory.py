"""``pytest -p measure.memory``: the memory of the browsers after every test, of each worker.

    .venv/bin/python -m pytest e2e/login -n 2 -p no:hypothesispytest -p measure.memory --browser firefox

It is the sum of the proportional set size (PSS) of all processes that the worker has started, Playwright's driver among
them: a page of memory that several processes share counts once. ``--most-memory 1000`` turns a run red where that is
more than so many megabytes (10⁶ bytes) after any test. ``--tests-of-one 1000`` keeps one browser for all.
"""

import os
from collections.abc import Sequence
from typing import Any

import pytest

from measure.processes import held_mb

_EVERY = 10
"""Tests between two numbers of the table."""
_HELD = "held_mb"
Sample = tuple[float, str]
"""Megabytes, and the test after which a worker's browsers held them."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """How long one browser is kept, and what it may hold."""
    parser.addoption("--tests-of-one", type=int, help="tests until another browser takes the place of one")
    parser.addoption("--most-memory", type=float, help="megabytes that a worker's browsers may hold after a test")


def pytest_configure(config: pytest.Config) -> None:
    """Sample in the processes that have the browsers, tell in the one that has started them."""
    from fixtures import restarting  # noqa: PLC0415 - pytest is told first to rewrite its assertions

    if most := config.getoption("--tests-of-one"):
        restarting.TESTS_OF_ONE = dict.fromkeys(restarting.TESTS_OF_ONE, most)
    worker: dict[str, Any] | None = getattr(config, "workeroutput", None)
    if worker is not None:
        config.pluginmanager.register(Samples(worker.setdefault(_HELD, [])), "samples-of-memory")
        return
    memory = Memory(config.getoption("--most-memory"))
    config.pluginmanager.register(memory, "memory-of-browsers")
    if not config.getoption("numprocesses", None):
        config.pluginmanager.register(Samples(memory.of.setdefault("one process", [])), "samples-of-memory")


class Samples:
    """Looks at the processes below this one when a test has ended, its contexts closed."""

    def __init__(self, held: list[Sample]) -> None:
        self._held = held

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """A test has ended."""
        self._held.append((held_mb(os.getpid()), nodeid))


class Memory:
    """Tells what the browsers of each worker held; ``of`` has it by the worker's name."""

    def __init__(self, most: float | None) -> None:
        self.of: dict[str, list[Sample]] = {}
        self._most = most

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:  # noqa: ANN401 - a type of xdist, which need not be loaded
        """A worker has ended."""
        self.of[node.gateway.id] = getattr(node, "workeroutput", {}).get(_HELD, [])

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """A run whose browsers held too much is red."""
        if any(map(self._too_much, self.of.values())) and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """The table, and the most."""
        for worker, held in sorted(self.of.items()):
            every = " ".join(f"{megabytes:.0f}" for megabytes, _ in held[_EVERY - 1 :: _EVERY])
            terminalreporter.write_line(f"{worker}, MB after every {_EVERY} tests: {every}")
            terminalreporter.write_line(f"{worker}: at most {_most(held):.0f} MB, {len(held)} tests")
        for worker, held in sorted(self.of.items()):
            for megabytes, test in self._too_much(held):
                line = f"{worker}: {megabytes:.0f} MB is more than {self._most:.0f}, after {test}"
                terminalreporter.write_line(line, red=True)

    def _too_much(self, held: Sequence[Sample]) -> list[Sample]:
        return [sample for sample in held if self._most is not None and sample[0] > self._most]


def _most(held: Sequence[Sample]) -> float:
    return max((megabytes for megabytes, _ in held), default=0)
