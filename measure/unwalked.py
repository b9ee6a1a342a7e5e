"""``pytest -p measure.unwalked``: the lines and branches of the mock that no story walks.

    .venv/bin/python -m pytest e2e -n auto -p no:hypothesispytest -p measure.unwalked

What no story walks, no story can tell to be broken: these are the places where another reader's faults would live. The
list is written to ``reports/out/unwalked.txt``; a whole run takes a tenth longer. What a mock does that tests start as
a program of its own is not seen.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from coverage import Coverage

from bootstrap.places import OUT, shown

FOLDER, TOLD = OUT / "unwalked", OUT / "unwalked.txt"
NOT_OF_STORIES = ("check", "client", "command", "faults", "grade", "verdict")
"""Rooms of the mock that unit tests and other lanes walk."""


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Watch from the first import on, each worker by itself."""
    early_config.pluginmanager.register(Unwalked(early_config.rootpath), "unwalked")


class Unwalked:
    """Measures one process, and tells in the end of all."""

    def __init__(self, root: Path, folder: Path = FOLDER, told: Path = TOLD) -> None:
        self._root = root
        self._folder = folder
        self._told = told
        self._coverage = coverage_of(root, folder)
        self._coverage.start()

    def pytest_configure(self, config: pytest.Config) -> None:
        """Begin with an empty folder, in the process that starts the others."""
        if not hasattr(config, "workerinput"):
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder.mkdir(parents=True)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        """Keep what was walked, before whoever waits for this process goes on."""
        self._coverage.stop()
        self._coverage.save()

    @pytest.hookimpl(trylast=True)
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Write what none has walked, and how much it is, in the process that started the others."""
        if hasattr(terminalreporter.config, "workerinput"):
            return
        whole = coverage_of(self._root, self._folder)
        whole.combine()
        lines = list(unwalked(whole, self._root))
        self._told.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        terminalreporter.write_line(f"{len(lines)} lines and branches were walked by none: {shown(self._told)}")


def coverage_of(root: Path, folder: Path) -> Coverage:
    """What measures the mock below a root, and keeps its data in a folder, a file for each process."""
    return Coverage(
        data_file=str(folder / "walked"),
        data_suffix=True,
        config_file=False,
        branch=True,
        concurrency="thread",
        include=[str(root / "mock_server" / "**" / "*.py")],
        omit=[str(root / "mock_server" / room / "**") for room in NOT_OF_STORIES],
    )


def unwalked(walked: Coverage, root: Path) -> Iterator[str]:
    """Each line that nobody walked, and each branch of a line that was walked, with its source."""
    for name in sorted(walked.get_data().measured_files()):
        file = Path(name)
        source = file.read_text("utf-8").splitlines()
        _, _, missing, _ = walked.analysis(name)
        for line in missing:
            yield f"{file.relative_to(root)}:{line}: {source[line - 1].strip()}"
        for line, (ways, taken) in sorted(walked.branch_stats(name).items()):
            if taken and taken < ways:
                yield f"{file.relative_to(root)}:{line}: {taken} of {ways} ways: {source[line - 1].strip()}"
