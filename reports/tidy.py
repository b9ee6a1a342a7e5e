"""What Allure is given to read: the results in one order, each test once, its parameters as words.

The results of the run stay as they are. Beside what is said of each function below, a fixture that did nothing worth
telling is left out: there are some thirty of them around every test.
"""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fixtures.causes import LABEL as CAUSE
from fixtures.names import name_of
from reports.ended import plain
from reports.faults import fault_of
from reports.known import KnownIssue
from reports.results import documents_in, labels_of, nodeid_of, status_of
from reports.sources import Sources
from reports.tree import place_of
from reports.why import why

FAULT = "fault"
"""The label by which Allure's categories tell whose fault it is."""
KNOWN = "known issue"
_SHOWN = ("device", "browser")
_TWICE = {"browser_name", "path"}
"""Parameters that say again what others say."""
_OURS = {"epic", "feature", "story", "parentSuite", "suite", "subSuite", "host", "thread", "framework", "package"}


@dataclass(frozen=True)
class Tidy:
    """How results become Allure's."""

    sources: Sources
    excused: Mapping[str, KnownIssue]

    def write(self, results: Path, folder: Path) -> None:
        """Write the results into an empty folder, and beside them what is attached to them."""
        for file in results.iterdir():
            if "-attachment" in file.name:
                _lay(file, folder / file.name)
            elif file.name.endswith("-container.json") and (kept := _worth_telling(file)):
                (folder / file.name).write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        for file, document in documents_in(results):
            (folder / file.name).write_text(json.dumps(self.tidied(document), ensure_ascii=False), encoding="utf-8")

    def tidied(self, document: dict[str, Any]) -> dict[str, Any]:
        """A result as Allure is to show it.

        Its name in all runs is pytest's name for the test: Allure takes the results of one test case for retries of
        each other, and knows a case by less.
        """
        nodeid = nodeid_of(document)
        words = {one["name"]: plain(str(one["value"])) for one in document.get("parameters", ())}
        where = ", ".join(name_of(words[name]) for name in _SHOWN if words.get(name))
        source = self.sources.of(nodeid)
        description = document.get("description")
        return document | {
            "name": f"{document.get('name', '')}{f' – {where}' if where else ''}",
            "testCaseId": nodeid,
            "status": status_of(document),
            "parameters": [
                {"name": name, "value": value, "excluded": True}
                for name, value in words.items()
                if name not in _TWICE and value
            ],
            "labels": self._labels(document, nodeid),
            "links": [*document.get("links", ()), *([source.link] if source else [])],
            "description": "\n\n".join(filter(None, (description, f"`{source.place}`" if source else ""))),
        }

    def _labels(self, document: dict[str, Any], nodeid: str) -> list[dict[str, str]]:
        given = document.get("labels", [])
        epic, feature = place_of(nodeid, given)
        details = document.get("statusDetails") or {}
        message = details.get("message") or ""
        said = labels_of(document)
        fault = fault_of(status_of(document), message, details.get("trace") or "", said)
        told = {"epic": epic, "feature": feature}
        if not any(label["name"] == "severity" for label in given):
            told["severity"] = _severity(nodeid, given)
        if fault:
            told[FAULT] = KNOWN if nodeid in self.excused else fault.value
            told[CAUSE] = why(message, said).head
        kept = [label for label in given if label["name"] not in _OURS and not label["name"].startswith(CAUSE)]
        return [*kept, *({"name": name, "value": value} for name, value in told.items())]


def _severity(nodeid: str, labels: list[dict[str, str]]) -> str:
    """A login path is what the suite is for; after it comes what must hold."""
    if nodeid.startswith("e2e/login/"):
        return "critical"
    return "normal" if any(label["name"] == "story" for label in labels) else "minor"


def _lay(file: Path, place: Path) -> None:
    """Put the same file at another place: as a hard link, for Allure overlooks symbolic ones, or as a copy."""
    try:
        place.hardlink_to(file)
    except OSError:  # another disk
        shutil.copyfile(file, place)


def _worth_telling(file: Path) -> dict[str, Any] | None:
    """The fixtures of a container that failed, or have steps or pictures; None where there are none."""
    try:
        container: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:  # a killed worker or a full disk
        return None
    kept = {kind: [one for one in container.get(kind, ()) if _tells(one)] for kind in ("befores", "afters")}
    return container | kept if any(kept.values()) else None


def _tells(fixture: dict[str, Any]) -> bool:
    return fixture.get("status") not in {"passed", "skipped"} or bool(
        fixture.get("steps") or fixture.get("attachments")
    )
