"""How long each test takes, by which the next run is cut into shards: JSON as pytest-split reads it."""

import json
from collections.abc import Iterable
from pathlib import Path

from bootstrap.replacing import replacing
from reports.ended import Ended

_LEAST = 0.001
"""Seconds; pytest-split puts all tests that take none into one shard."""


def remember_durations(tests: Iterable[Ended], file: Path) -> None:
    """Let the file know of the tests that ended as they should; of any other what it knew stands."""
    took = {test.nodeid: max(test.seconds, _LEAST) for test in tests if test.status in {"passed", "skipped"}}
    with replacing(file) as (new,):
        new.write_text(json.dumps(read_durations(file) | took, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def read_durations(file: Path) -> dict[str, float]:
    """Seconds by pytest's name for the test; nothing where the file is not there or not whole."""
    try:
        known = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
