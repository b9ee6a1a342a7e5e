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

from bootstrap.children import call_within
from bootstrap.places import OUT, ROOT
from fixtures.blocked import BLOCKED_BY
from fixtures.blocking import RUN_BLOCKED
from fixtures.engines import CAN_RECORD, lacking
from fixtures.recordings import TRACE, VIDEO, is_recording, recording
from reports.places import RESULTS
from reports.results import MISSING, documents_in, labels_of, nodeid_of
from reports.scratch import scratch

SECOND_RESULTS = OUT / "second-walk"
RECORDINGS = OUT / "recordings"
MOST, SECONDS = 20, 120
"""How many failures are walked again, and for how long: who waits for the report has seen the first of them by then."""
CACHE = SECOND_RESULTS / "cache"
"""pytest's own, for this walk alone: what failed stays known to the next ``--lf``."""
_RECORD = ("--tracing", "on", "--video", "on", "--output", str(RECORDINGS))
# What failed in a shard would be split anew, so it is walked as a whole.
_TO_THE_END = ("--last-failed", "--last-failed-no-failures", "none", "--maxfail", "0", RUN_BLOCKED, "--shard", "1/1")


def record_failures(before: Sequence[str], arguments: Sequence[str]) -> None:
    """Walk what failed last once more, recording, and add the recordings to the failed results.

    Args:
        before: arguments of pytest that those of the first walk may overrule.
        arguments: those of the first walk.
    """
    shutil.rmtree(SECOND_RESULTS, ignore_errors=True)
    failed = failures_without_trace(RESULTS)
    if not failed:
        return
    _write_cache(failed[:MOST])
    of = f" of {len(failed)}" if len(failed) > MOST else ""
    print(f"Recording trace and video of {_failures(min(len(failed), MOST))}{of} on a second walk", end="", flush=True)
    print(f", within {SECONDS} s; the results stand.", flush=True)
    kept = ("-o", f"cache_dir={CACHE}", "--alluredir", str(SECOND_RESULTS), f"--junitxml={SECOND_RESULTS}/junit")
    command = [sys.executable, "-m", "pytest", *before, "-q", "--no-header", *arguments, *_TO_THE_END, *kept, *_RECORD]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with scratch() as environment:
        code = call_within(SECONDS, command, cwd=ROOT, env=environment, **quiet)
    recorded = add_recordings(RESULTS, SECOND_RESULTS)
    cut = f"; cut after {SECONDS} s" if code is None else ""
    print(f"Recorded {recorded} of {min(len(failed), MOST)}{cut}.", flush=True)


def failures_without_trace(results: Path) -> list[str]:
    """Names, as pytest says them, of tests whose last failure has no trace and can get one, the earliest first."""
    last = {nodeid_of(document): (file, document) for file, document in _in_time(results)}
    return [
        nodeid
        for nodeid, (file, document) in last.items()
        if document["status"] in {"failed", "broken"}
        and BLOCKED_BY not in labels_of(document)
        and not file.name.endswith(MISSING)  # it killed its worker, and would again
        and not _recordings(document, TRACE)
        and not lacking(_browser_of(document), [CAN_RECORD])
    ]


def _browser_of(document: dict[str, Any]) -> str:
    told = {one["name"]: str(one.get("value", "")) for one in document.get("parameters", ())}
    return told.get("browser", "").strip("'")


def _write_cache(failed: Sequence[str]) -> None:
    """Let pytest believe that these failed last: it then reads their files alone, whatever the arguments choose."""
    file = CACHE / "v" / "cache" / "lastfailed"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(dict.fromkeys(failed, True)), encoding="utf-8")


def _failures(number: int) -> str:
    return "1 failure" if number == 1 else f"{number} failures"


def add_recordings(results: Path, second: Path) -> int:
    """Add the traces and videos of the second walk to the last failed result of the same test; returns of how many."""
    recorded = {nodeid_of(document): document for _, document in documents_in(second)}
    last = {nodeid_of(document): file for file, document in _in_time(results)}
    added = 0
    for file, document in _in_time(results):
        again = recorded.get(nodeid := nodeid_of(document))
        if again is None or file != last[nodeid] or document["status"] == "passed":
            continue
        whence = f"a second walk, which {'passed' if again['status'] == 'passed' else 'failed'}"
        for kind in (TRACE, VIDEO):
            for attachment in _recordings(again, kind):
                shutil.copy(second / attachment["source"], results)
                named = attachment | {"name": recording(kind, nodeid, whence)}
                document.setdefault("attachments", []).append(named)
        file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        added += 1
    return added


def _in_time(results: Path) -> list[tuple[Path, dict[str, Any]]]:
    return sorted(documents_in(results), key=lambda entry: entry[1].get("start", 0))


def _recordings(document: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [found for found in document.get("attachments", ()) if is_recording(kind, found["name"])]
