"""The runs before this one: one line each in a file that CI can keep, which Allure reads too.

The line has the shape of Allure's own history. We write it, so that a report that is built anew replaces its line.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bootstrap.replacing import replacing
from reports.ended import Ended
from reports.results import NOT_WALKED, link_to

KEPT = 20
"""Runs."""
_WITHOUT_PARAMETERS = hashlib.md5(b"", usedforsecurity=False).hexdigest()


@dataclass(frozen=True)
class Past:
    """How a test ended in a run."""

    status: str
    seconds: float

    @property
    def counts(self) -> bool:
        """Whether it ran."""
        return self.status not in {NOT_WALKED, "skipped"}


@dataclass(frozen=True)
class Run:
    """A run.

    Attributes:
        id: the same whenever its report is built.
        moment: when it began, in milliseconds since 1970.
        commit: what it ran on; empty where that is not known.
        tests: how each ended, by ``history_id``.
    """

    id: str
    moment: int
    commit: str
    tests: dict[str, Past]

    @property
    def passed(self) -> int:
        """How many tests passed."""
        return sum(past.status == "passed" for past in self.tests.values())

    @property
    def failed(self) -> int:
        """How many ran or should have run and did not pass."""
        return sum(past.status not in {"passed", "skipped"} for past in self.tests.values())


def history_id(nodeid: str) -> str:
    """Allure's name for a test over many runs, where its case is its node id and its parameters do not count."""
    return f"{link_to(nodeid)}.{_WITHOUT_PARAMETERS}"


def run_of(tests: Sequence[Ended], commit: str) -> Run:
    """This run, as the history keeps it."""
    first = min(((test.start, test.nodeid) for test in tests if test.start), default=(0, ""))
    ends = {history_id(test.nodeid): Past(test.status, test.seconds) for test in tests}
    return Run(link_to(f"{first[0]} {first[1]}"), first[0], commit, ends)


def read_history(file: Path) -> list[Run]:
    """The runs that are kept, the oldest first; a line that cannot be read is left out."""
    if not file.is_file():
        return []
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return sorted(filter(None, map(_read, lines)), key=lambda run: run.moment)


def before(this: Run, runs: Iterable[Run]) -> list[Run]:
    """The runs that began before this one."""
    return [run for run in runs if run.id != this.id and run.moment <= this.moment]


def remember(this: Run, file: Path) -> None:
    """Add the run to the file, or replace it there, and let go the oldest."""
    runs = [run for run in read_history(file) if run.id != this.id]
    write_history(sorted([*runs, this], key=lambda run: run.moment)[-KEPT:], file)


def write_history(runs: Iterable[Run], file: Path) -> None:
    """Write the runs as Allure reads them."""
    with replacing(file) as (new,):
        new.write_text("".join(json.dumps(_written(run)) + "\n" for run in runs), encoding="utf-8")


def _written(run: Run) -> dict[str, object]:
    tests = {
        test: {
            "id": test,
            "name": "",
            "status": past.status,
            "start": run.moment,
            "stop": run.moment + round(past.seconds * 1000),
            "duration": round(past.seconds * 1000),
            "url": "",
        }
        for test, past in run.tests.items()
    }
    return {
        "uuid": run.id,
        "name": run.commit,
        "timestamp": run.moment,
        "knownTestCaseIds": [],
        "testResults": tests,
        "metrics": {},
        "url": "",
    }


def _read(line: str) -> Run | None:
    try:
        told: dict[str, Any] = json.loads(line)
        tests = {test: Past(end["status"], end["duration"] / 1000) for test, end in told["testResults"].items()}
        return Run(told["uuid"], told["timestamp"], told["name"], tests)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
