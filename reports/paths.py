"""The login paths of a run: ``reports/out/paths.json``."""

import dataclasses
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.results import Result


@dataclass(frozen=True)
class PathRow:
    """One path of the table, and how the test of it ended. ``test`` says where the test is."""

    id: str
    entry: str
    method: str
    provider: str
    confirmation: str
    device: str
    browser: str
    destination: str
    test: str
    result: str
    seconds: float

    @property
    def passed(self) -> bool:
        """Whether the path was walked to its end."""
        return self.result == "passed"


_PARAMETERS = ("entry", "method", "provider", "confirmation", "device", "browser", "destination")


def path_rows(results: Iterable[Result]) -> list[PathRow]:
    """Return the paths among the results: those with a parameter ``path``, sorted by it and by browser."""
    rows = [_row(result) for result in results if "path" in result.parameters]
    return sorted(rows, key=lambda row: (row.id, row.browser, row.device))


def _row(result: Result) -> PathRow:
    given = result.parameters
    return PathRow(
        id=given["path"],
        **{name: given.get(name, "") for name in _PARAMETERS},
        test=result.test,
        result=result.status,
        seconds=result.seconds,
    )


def write_paths(rows: Sequence[PathRow], file: Path) -> None:
    """Write the rows, with how many there are and how many passed."""
    document = {
        "total": len(rows),
        "passed": sum(row.passed for row in rows),
        "paths": [dataclasses.asdict(row) for row in rows],
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
