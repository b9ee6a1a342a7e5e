"""The pytest plugin of ``make flake``: a slice of the suite in an order drawn from a seed, every end written down.

Loaded only by the runner (``-p measure.flake.plugin``), and by whoever repeats a failure.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import pytest

from bootstrap.lines import append

T = TypeVar("T")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what the runner says."""
    group = parser.getgroup("flake")
    group.addoption("--shuffle", type=int, metavar="SEED", help="run in the order that this seed draws")
    group.addoption("--slice", default="0:", metavar="FROM:TO", help="of that order, only these places")
    group.addoption("--order", type=Path, metavar="FILE", help="run exactly the tests of this file, in its order")
    group.addoption("--flake-log", type=Path, metavar="FILE", help="add every end to this file")
    group.addoption("--flake-round", type=int, default=0, metavar="N", help="the round that the log names")


def pytest_configure(config: pytest.Config) -> None:
    """Write a log where one is wanted; only the processes that run tests do."""
    log = config.getoption("--flake-log")
    if log:
        config.pluginmanager.register(_Log(log, config.getoption("--flake-round")))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Bring the tests in order."""
    log: Path | None = config.getoption("--flake-log")
    if log and os.environ.get("PYTEST_XDIST_WORKER", "gw0") == "gw0":
        append(log, {"round": config.getoption("--flake-round"), "collected": len(items)})
    if (order := config.getoption("--order")) is not None:
        by_id = {item.nodeid: item for item in items}
        items[:] = [by_id[name] for name in order.read_text(encoding="utf-8").splitlines() if name in by_id]
    if (seed := config.getoption("--shuffle")) is not None:
        first, _, last = config.getoption("--slice").partition(":")
        items[:] = shuffled(items, seed)[int(first or 0) : int(last) if last else None]


def shuffled(things: Sequence[T], seed: int) -> list[T]:
    """The things in the order that the seed draws."""
    drawn = list(things)
    Random(seed).shuffle(drawn)
    return drawn


class _Log:
    """Writes a line when a test begins and when it is over."""

    def __init__(self, file: Path, number: int) -> None:
        self._file = file
        self._round = number
        self._ended: dict[str, tuple[str, str, float]] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Any:  # noqa: ANN401
        """After the clean-up, the worst of the three parts is the test's end."""
        report: pytest.TestReport = yield
        outcome, said, seconds = self._ended.get(item.nodeid, ("passed", "", 0.0))
        if report.failed and outcome != "failed":
            outcome, said = "failed", f"{call.when}: {report.longreprtext}"
        elif report.skipped and outcome == "passed":
            outcome, said = "skipped", ""
        self._ended[item.nodeid] = outcome, said, seconds + call.duration
        if call.when == "teardown":
            self._write(item.nodeid)
        return report

    def _write(self, test: str) -> None:
        outcome, said, seconds = self._ended.pop(test)
        line = {
            "round": self._round,
            "worker": os.environ.get("PYTEST_XDIST_WORKER", "gw0"),
            "test": test,
            "outcome": outcome,
            "said": said,
            "seconds": round(seconds, 2),
        }
        append(self._file, line)
