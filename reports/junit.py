"""The tests of a report as JUnit XML, which CI servers read: each once, by its last attempt, those not walked too."""

import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ElementTree, SubElement

from reports.results import documents_in, nodeid_of, status_of

_KINDS = {"failed": "failure", "skipped": "skipped", "passed": ""}
"""What an end is called there; any other is an error."""
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(results: Path, file: Path) -> None:
    """Write the results as one suite."""
    in_time = sorted((document for _, document in documents_in(results)), key=lambda found: found.get("start", 0))
    last = {nodeid_of(document): document for document in in_time}
    suite = Element("testsuite", name="e2e")
    for nodeid, document in sorted(last.items()):
        _add(suite, nodeid, document)
    counted = {kind: len(suite.findall(f"testcase/{kind}")) for kind in ("failure", "error", "skipped")}
    suite.attrib |= {
        "tests": str(len(last)),
        "failures": str(counted["failure"]),
        "errors": str(counted["error"]),
        "skipped": str(counted["skipped"]),
        "time": f"{sum(map(_seconds, last.values())):.3f}",
    }
    suites = Element("testsuites")
    suites.append(suite)
    ElementTree(suites).write(file, encoding="utf-8", xml_declaration=True)


def _add(suite: Element, nodeid: str, document: dict[str, Any]) -> None:
    place, _, name = nodeid.partition("::")
    classname = place.removesuffix(".py").replace("/", ".")
    case = SubElement(suite, "testcase", classname=classname, name=_text(name), time=f"{_seconds(document):.3f}")
    status = status_of(document)
    if kind := _KINDS.get(status, "error"):
        details = document.get("statusDetails", {})
        end = SubElement(case, kind, message=_text(details.get("message") or status))
        end.text = _text(details.get("trace") or "")


def _seconds(document: dict[str, Any]) -> float:
    return float(document.get("stop", 0) - document.get("start", 0)) / 1000


def _text(said: str) -> str:
    return _NOT_IN_XML.sub("�", said)
