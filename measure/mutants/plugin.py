"""The pytest plugin of ``make mutants``: writes down which lines of the mock each test walks.

Loaded only by the runner (``-p measure.mutants.plugin``). The server lives in a thread of this process, so its lines
are seen as the test's own; those of a mock that a test starts as a program of its own are not.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage

from bootstrap.lines import append

_ROOM = "mock_server"
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

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Run the tests of the plan, in their order."""
        by_id = {item.nodeid: item for item in items}
        items[:] = [by_id[name] for name in self._plan if name in by_id]
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
        self._coverage.stop()

    def _write(self, test: str) -> None:
        row = {
            "test": test,
            "digest": self._plan.get(test, ""),
            "outcome": self._outcome,
            "seconds": round(self._seconds, 3),
            "lines": self._lines_of(test),
        }
        append(self._file, row)

    def _lines_of(self, context: str) -> dict[str, str]:
        data = self._coverage.get_data()
        data.set_query_context(context)
        walked = ((file, data.lines(file)) for file in data.measured_files())
        return {
            Path(file).relative_to(self._root).as_posix(): f"{sum(1 << line for line in set(lines)):x}"
            for file, lines in walked
            if lines
        }
