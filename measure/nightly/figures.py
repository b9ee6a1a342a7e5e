"""The figures of a lane, read from what it wrote itself."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

Figures = dict[str, object]
_NAMED = 20


def of_document(*names: str) -> Callable[[Path], Figures]:
    """These entries of a JSON document; of a list, how many it has."""

    def read(file: Path) -> Figures:
        document = json.loads(file.read_text(encoding="utf-8"))
        return {name: len(entry) if isinstance(entry := document[name], list) else entry for name in names}

    return read


def of_bench(file: Path) -> Figures:
    """Every measured figure, and which missed their aim."""
    rows = json.loads(file.read_text(encoding="utf-8"))["figures"]
    return {
        "missed": [row["name"] for row in rows if row["reached"] is False],
        "measured": {row["name"]: {"value": row["value"], "unit": row["unit"]} for row in rows},
    }


def of_pytest(file: Path) -> Figures:
    """How the tests of a session ended, which failed, and what they recorded, of what pytest wrote as JUnit XML."""
    root = ElementTree.parse(file).getroot()  # noqa: S314 - pytest has written it just now
    suites = list(root.iter("testsuite"))
    counted = {
        kind: sum(int(suite.get(kind, 0)) for suite in suites) for kind in ("tests", "failures", "errors", "skipped")
    }
    failed = [
        f"{case.get('classname')}::{case.get('name')}"
        for case in root.iter("testcase")
        if case.find("failure") is not None or case.find("error") is not None
    ]
    recorded = {entry.get("name", ""): entry.get("value") for entry in root.iter("property")}
    return {**counted, "failed": failed[:_NAMED], **({"recorded": recorded} if recorded else {})}
