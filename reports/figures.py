"""What measuring says of the suite's strength, its flakes and the pages' accessibility, with the day of each figure."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from bootstrap.places import OUT, ROOT
from reports.ended import Ended

SCORES = ROOT / "measure" / "mutants" / "scores.yaml"


@dataclass(frozen=True)
class Figure:
    """A figure.

    Attributes:
        said: the figure in words; empty where nothing is on record.
        day: when it was measured; empty where nothing is on record.
        command: what measures it.
    """

    name: str
    said: str
    day: str
    command: str


def figures(tests: Sequence[Ended], out: Path = OUT, scores: Path = SCORES) -> list[Figure]:
    """All figures: those of documents that are there, and what this run says of accessibility."""
    return [
        _of_file("Faults of the catalogue caught", out / "strength.json", _strength, "make strength"),
        _of_scores(scores),
        _of_file("Failed by chance", out / "flake.json", _flakes, "make flake"),
        _of_file("Errors of HTML", out / "vnu.json", _html, "python -m measure.vnu"),
        _accessibility(tests),
    ]


def _of_file(name: str, file: Path, said: Callable[[dict[str, Any]], str], command: str) -> Figure:
    try:
        words = said(json.loads(file.read_text(encoding="utf-8")))
        day = _day(file.stat().st_mtime)
    except (OSError, ValueError, KeyError, TypeError):
        return Figure(name, "", "", command)
    return Figure(name, words, day, command)


def _of_scores(file: Path) -> Figure:
    name, command = "Changes of the mock noticed", "make mutants"
    try:
        rows = [row for row in yaml.safe_load(file.read_text(encoding="utf-8")) or [] if row["tests"] == "e2e"]
        noticed, all_of = sum(row["killed"] for row in rows), sum(row["sample"] - row["equivalent"] for row in rows)
        last = max(row["date"] for row in rows)
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError):
        return Figure(name, "", "", command)
    return Figure(name, f"{noticed} of {all_of}, by this suite alone", f"{last:%-d %B %Y}", command)


def _strength(document: dict[str, Any]) -> str:
    part = ", of a part of them" if document["partial"] or document["unfinished"] else ""
    return f"{document['killed']} of {document['total']}{part}"


def _flakes(document: dict[str, Any]) -> str:
    return f"{len(document['failures'])} of {document['executions']} executions"


def _html(document: dict[str, Any]) -> str:
    return f"{len(document['errors'])} on {len(document['pages'])} pages"


def _accessibility(tests: Sequence[Ended]) -> Figure:
    """The stories of text and access, of this run."""
    name, command = "Stories of text and access passed", "make e2e"
    stories = [test for test in tests if test.nodeid.startswith("e2e/access/") and test.status != "skipped"]
    if not stories:
        return Figure(name, "", "", command)
    passed = sum(test.status == "passed" for test in stories)
    return Figure(name, f"{passed} of {len(stories)}", _day(max(test.start for test in stories) / 1000), command)


def _day(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%-d %B %Y}"
