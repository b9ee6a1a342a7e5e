"""The login paths of a run: ``reports/out/paths.json``."""

import dataclasses
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.collected import CollectedTest
from reports.results import NOT_WALKED, Result, link_to


@dataclass(frozen=True)
class PathRow:
    """One path that was to be walked, and how the test of it ended.

    Attributes:
        test: where the test is.
        link: the fragment of Allure's page at which the result stands; empty where there is none.
    """

    id: str
    entry: str
    method: str
    provider: str
    confirmation: str
    device: str
    browser: str
    destination: str
    language: str
    test: str
    result: str
    seconds: float
    link: str = ""

    @property
    def passed(self) -> bool:
        """Whether the path was walked to its end."""
        return self.result == "passed"


_PARAMETERS = ("entry", "method", "provider", "confirmation", "device", "browser", "destination", "language")


def path_rows(tests: Iterable[CollectedTest], results: Mapping[str, Result]) -> list[PathRow]:
    """Return the paths among the tests: those with a parameter ``path``, sorted by it and by browser."""
    rows = [_row(test, results.get(test.nodeid)) for test in tests if "path" in test.parameters]
    return sorted(rows, key=lambda row: (row.id, row.browser, row.device))


def _row(test: CollectedTest, result: Result | None) -> PathRow:
    given = test.parameters
    status = result.status if result else NOT_WALKED
    return PathRow(
        id=given["path"],
        **{name: given.get(name, "") for name in _PARAMETERS},
        test=test.test,
        result="not walked" if status == NOT_WALKED else status,
        seconds=result.seconds if result else 0.0,
        link=link_to(result.uuid) if result else "",
    )


def write_paths(rows: Sequence[PathRow], file: Path, shard: str = "") -> None:
    """Write the rows, with how many there are and how many passed; of a shard also which, for the rest is elsewhere."""
    document = {
        **({"shard": shard} if shard else {}),
        "total": len(rows),
        "passed": sum(row.passed for row in rows),
        "paths": [dataclasses.asdict(row) for row in rows],
    }
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
