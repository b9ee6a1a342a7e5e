"""The pytest plugin of ``make mutants``: writes down which lines of the mock each test walks.

Of templates these are the parts that are rendered, and a stylesheet or script counts where it is served. Loaded only
by the runner (``-p measure.mutants.plugin``). The server lives in a thread of this process, so its lines are seen as
the test's own; those of a mock that a test starts as a program of its own are not.
"""

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage

from bootstrap.lines import append

_ROOM = "mock_server"
_SITES = "mock_server.web.site"
AT_IMPORT = ""
"""The name under which stands what was walked before the first test."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what the runner says."""
    group = parser.getgroup("mutants")
    group.addoption("--walked", type=Path, metavar="FILE", help="add to this file what each test walks")
    group.addoption("--walked-plan", type=Path, metavar="FILE", help="run these tests; their digests go into the file")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Watch from the first import on."""
    known = early_config.known_args_namespace
    if known.walked:
        plan = json.loads(known.walked_plan.read_text(encoding="utf-8"))
        early_config.pluginmanager.register(_Watcher(early_config.rootpath, known.walked, plan))


class _Watcher:
    """Measures each test and writes a line when it is over: its digest, its end, its seconds, its lines by file.

    Lines are the bits of a number, in hexadecimal: the lowest is line 0.
    """

    def __init__(self, root: Path, file: Path, plan: dict[str, str]) -> None:
        self._root = root
        self._file = file
        self._plan = plan
        self._seconds = 0.0
        self._outcome = "passed"
        self._coverage = Coverage(
            data_file=None,
            config_file=False,
            include=[str(root / _ROOM / "**" / "*.py")],
            concurrency="thread",
        )
        self._coverage.start()
        self._patch = pytest.MonkeyPatch()
        self._served: Any = None

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Run the tests of the plan, in their order; where sites were imported, see from now on what they serve."""
        by_id = {item.nodeid: item for item in items}
        items[:] = [by_id[name] for name in self._plan if name in by_id]
        if _SITES in sys.modules:  # only now, for what is imported here is not seen to be imported by a test
            self._served = import_module("measure.mutants.served").Served(self._root)
            self._served.watch(self._patch)
        self._write(AT_IMPORT)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Any:  # noqa: ANN401
        """What runs from here to the test's clean-up is the test's."""
        self._coverage.switch_context(item.nodeid)
        self._seconds, self._outcome = 0.0, "passed"
        done = yield
        self._write(item.nodeid)
        return done

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up the parts of a test; the worst of them is its outcome."""
        self._seconds += report.duration
        if self._outcome != "failed" and not report.passed:
            self._outcome = report.outcome

    def pytest_unconfigure(self) -> None:
        """Watch no longer."""
        self._patch.undo()
        self._coverage.stop()

    def _write(self, test: str) -> None:
        row = {
            "test": test,
            "digest": self._plan.get(test, ""),
            "outcome": self._outcome,
            "seconds": round(self._seconds, 3),
            "lines": {file: f"{bits:x}" for file, bits in self._lines_of(test).items()},
        }
        append(self._file, row)

    def _lines_of(self, context: str) -> dict[str, int]:
        data = self._coverage.get_data()
        data.set_query_context(context)
        walked = ((file, data.lines(file)) for file in data.measured_files())
        lines = {
            Path(file).relative_to(self._root).as_posix(): sum(1 << line for line in set(lines))
            for file, lines in walked
            if lines
        }
        return lines | (self._served.taken() if self._served else {})
