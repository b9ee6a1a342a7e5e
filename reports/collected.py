"""Which tests a run collected, and which of them began: read from what ``fixtures.collected`` wrote."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fixtures.collected import SUFFIX


@dataclass(frozen=True)
class CollectedTest:
    """A test of the run.

    Attributes:
        nodeid: pytest's name for it.
        test: where it is, as ``e2e.login.test_paths#test_path``.
        title: its name in words.
        parameters: its device and its browser; of a login path also ``path``, its id, and its parts.
        began: whether a worker began it.
        crash: what xdist says, if its worker died while it ran; or the merging, if its shard is missing.
    """

    nodeid: str
    test: str
    title: str
    parameters: Mapping[str, str]
    began: bool = False
    crash: str = ""


def read_collected(folder: Path) -> list[CollectedTest]:
    """Every test that a process of the run collected, in order of collection."""
    rows = list(_rows(folder))
    began = {row["began"] for row in rows if "began" in row}
    told = {test["nodeid"]: test for row in rows for test in row.get("collected", ())}
    crashes = {row["crashed"]: row["said"] for row in rows if "crashed" in row}
    return [
        CollectedTest(**test, began=nodeid in began, crash=crashes.get(nodeid, "")) for nodeid, test in told.items()
    ]


def read_whole(folder: Path) -> dict[str, dict[str, Any]]:
    """What was told of each test that was chosen, by pytest's name: in a shard those that others run too."""
    told = (row.get("collected", []) + row.get("elsewhere", []) for row in _rows(folder))
    return {test["nodeid"]: test for tests in told for test in tests}


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    """The whole lines of its files; a full disk leaves the last one cut."""
    for file in sorted(folder.glob(f"*{SUFFIX}")):
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                yield json.loads(line)
            except ValueError:
                continue
