"""Trace and video of what failed, recorded on a second walk, so that what passes need not pay for them.

The first result stands: a second walk is evidence, never a retry. It goes into a folder of its own, and only its
recordings are added to the failed result, under a name that says where they come from.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bootstrap.children import call
from bootstrap.places import OUT, ROOT
from reports.places import RESULTS
from reports.results import documents_in, nodeid_of

SECOND_RESULTS = OUT / "second-walk"
RECORDINGS = OUT / "recordings"
_RECORD = ("--tracing", "on", "--video", "on", "--output", str(RECORDINGS))
_HOW_TO_OPEN = {"trace": ": open with .venv/bin/playwright show-trace --port 0 FILE", "video": ""}


def record_failures(arguments: Sequence[str]) -> None:
    """Walk what failed last once more, recording, and add the recordings to the failed results."""
    shutil.rmtree(SECOND_RESULTS, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--last-failed",
        "--last-failed-no-failures",
        "none",
        "-q",
        "--no-header",
    ]
    print("Recording trace and video of what failed, on a second walk; the results stand.", flush=True)
    call([*command, "--alluredir", str(SECOND_RESULTS), *_RECORD, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL)
    add_recordings(RESULTS, SECOND_RESULTS)


def add_recordings(results: Path, second: Path) -> None:
    """Add the traces and videos of the second walk to the results of the same tests that failed."""
    recorded = {nodeid_of(document): document for _, document in documents_in(second)}
    for file, document in documents_in(results):
        again = recorded.get(nodeid_of(document))
        if again is None or document["status"] == "passed":
            continue
        for attachment in _attachments(again):
            shutil.copy(second / attachment["source"], results)
            told = f"{attachment['name']} of a second walk, which {again['status']}{_HOW_TO_OPEN[attachment['name']]}"
            document.setdefault("attachments", []).append(attachment | {"name": told})
        file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def _attachments(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [attachment for attachment in document.get("attachments", []) if attachment["name"] in _HOW_TO_OPEN]
