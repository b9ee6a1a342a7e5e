"""The pytest plugin of ``make assertions``: walks every story twice and writes down what it expects in vain.

Loaded only by the runner (``-p measure.assertions.plugin``).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from bootstrap.lines import append
from measure.assertions.listening import Listener, listen
from measure.assertions.walked import Answer, known_walks
from measure.assertions.walking import Asking, Recording
from measure.cases import one_of_each
from measure.strength.fingerprint import digest, digest_of_house, digest_of_test


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what the runner says."""
    group = parser.getgroup("assertions")
    group.addoption(
        "--assertions", type=Path, metavar="FILE", help="walk twice, and add to this file what was expected"
    )
    group.addoption("--every-case", action="store_true", help="every case of every story, and not one of each")


def pytest_configure(config: pytest.Config) -> None:
    """Walk twice where that is wanted; only the processes that run tests do."""
    if file := config.getoption("--assertions"):
        config.pluginmanager.register(_Walker(config.rootpath, file, every=config.getoption("--every-case")))


class _Walker:
    """Lets a test be walked by itself and by a twin, which pytest takes for the same."""

    def __init__(self, root: Path, file: Path, *, every: bool) -> None:
        self._root = root
        self._file = file
        self._every = every
        self._house = digest_of_house(root)
        self._listener: Listener | None = None
        self._patch = pytest.MonkeyPatch()

    def pytest_sessionstart(self) -> None:
        listen(lambda: self._listener, self._patch)

    def pytest_unconfigure(self) -> None:
        self._patch.undo()

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out the cases that are not wanted, and what was walked already."""
        names = [item.nodeid for item in items]
        wanted = set(names if self._every else one_of_each(names, self._root))
        known = known_walks(self._file)
        items[:] = [
            item
            for item in items
            if item.nodeid in wanted
            and not (item.nodeid in known and known[item.nodeid].digest == self._digest(item.nodeid))
        ]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool:
        """Walk twice; a test that does not pass is not asked."""
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        twin, recording = _twin(item), Recording(self._root)
        asking = Asking(recording)
        with self._telling(recording):
            reports = runtestprotocol(item, log=False, nextitem=twin)
        if _outcome(reports) == "passed":
            with self._telling(asking):
                reports = runtestprotocol(twin, log=False, nextitem=nextitem)
        else:
            item.session._setupstate.teardown_exact(nextitem)
        self._write(item.nodeid, _outcome(reports), asking)
        for report in reports:
            item.ihook.pytest_runtest_logreport(report=report)
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        return True

    @contextmanager
    def _telling(self, listener: Listener) -> Iterator[None]:
        self._listener = listener
        try:
            yield
        finally:
            self._listener = None

    def _digest(self, test: str) -> str:
        return digest(self._house, digest_of_test(test, self._root))

    def _write(self, test: str, outcome: str, asking: Asking) -> None:
        row = {
            "test": test,
            "digest": self._digest(test),
            "outcome": outcome,
            "lost": asking.lost,
            "answers": [
                asdict(Answer(**asdict(one.caller), what=one.what, negative=one.is_negative, act=act, held=held))
                for act, one, held in asking.answers
            ],
        }
        append(self._file, row)


def _outcome(reports: list[pytest.TestReport]) -> str:
    """The worst of a test's parts."""
    ends = {report.outcome for report in reports}
    return next((end for end in ("failed", "skipped") if end in ends), "passed")


def _twin(item: pytest.Item) -> pytest.Item:
    """The test once more, under the same name, so that it draws the same people."""
    assert isinstance(item, pytest.Function)  # noqa: S101 - narrows the type
    further: dict[str, Any] = {"callspec": item.callspec} if hasattr(item, "callspec") else {}
    return pytest.Function.from_parent(
        item.parent, name=item.name, originalname=item.originalname, fixtureinfo=item._fixtureinfo, **further
    )
