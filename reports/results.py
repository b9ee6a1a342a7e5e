"""What allure-pytest wrote about a run: one JSON file for each test."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fixtures.blocked import BLOCKED, BLOCKED_BY
from fixtures.collected import NODEID

NOT_WALKED = "unknown"
"""Allure's status of a test that was collected and never began."""
MISSING = "-missing-result.json"
"""How the file of a result ends that no test left."""


class ReportError(Exception):
    """The report cannot be built; the text says why and what to do."""


@dataclass(frozen=True)
class Result:
    """The end of one test.

    Attributes:
        nodeid: pytest's name for it.
        status: Allure's word: passed, failed, broken, skipped or unknown; ours where others blocked it: blocked.
        uuid: Allure's name for the result.
        left: whether the test itself left the result; ``reports.missing`` writes those of tests that left none.
    """

    nodeid: str
    status: str
    seconds: float
    uuid: str = ""
    left: bool = True


def read_results(folder: Path) -> dict[str, Result]:
    """The last result of each test, by pytest's name for it."""
    found = sorted(documents_in(folder), key=lambda entry: entry[1].get("start", 0))
    return {nodeid_of(document): _result(file, document) for file, document in found}


def documents_in(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every result that can be read, with its file; a killed worker or a full disk leaves some that cannot."""
    for file in folder.glob("*-result.json"):
        if (document := _document(file)) is not None:
            yield file, document


def set_unreadable_aside(folder: Path) -> None:
    """Hide the results that cannot be read from Allure, which stumbles over them."""
    for file in folder.glob("*-result.json"):
        if _document(file) is None:
            file.rename(file.with_name(f"{file.name}.unreadable"))


def _document(file: Path) -> dict[str, Any] | None:
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        return None
    return document if isinstance(document, dict) else None


def nodeid_of(document: dict[str, Any]) -> str:
    """Pytest's name for the test of a result; empty where the result does not tell."""
    return labels_of(document).get(NODEID, "")


def labels_of(document: dict[str, Any]) -> dict[str, str]:
    """The labels of a result, by name; of several the last. Of one that says nothing allure-pytest keeps the name."""
    return {label["name"]: str(label.get("value", "")) for label in document.get("labels", ())}


def status_of(document: dict[str, Any]) -> str:
    """Allure's word for how a test ended; of one that others blocked never another than that it did not run."""
    return NOT_WALKED if BLOCKED_BY in labels_of(document) else document.get("status") or NOT_WALKED


def link_to(uuid: str) -> str:
    """Where Allure's page shows the result of this uuid: Allure names it so."""
    return hashlib.md5(uuid.encode(), usedforsecurity=False).hexdigest()


def _result(file: Path, document: dict[str, Any]) -> Result:
    seconds = round((document.get("stop", 0) - document.get("start", 0)) / 1000, 3)
    status = BLOCKED if BLOCKED_BY in labels_of(document) else status_of(document)
    return Result(nodeid_of(document), status, seconds, document.get("uuid", ""), left=not file.name.endswith(MISSING))
