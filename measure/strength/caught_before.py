"""Who caught which fault in an earlier run, of whatever source: a guess of whom to ask first, and no more.

It is kept beside what runs leave, outlives ``--fresh``, and a first run does without.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from bootstrap.replacing import replacing
from measure.strength.plugin.records import Outcome, Phase, Record
from measure.strength.verdict import FaultVerdict


def caught_before(file: Path, records: Iterable[Record]) -> frozenset[tuple[str, str]]:
    """The ids of faults and of the tests that caught them: kept by the runs that ended, or among these records."""
    kept = _kept(file)
    caught = (record for record in records if (record.phase, record.outcome) == (Phase.CLAIM, Outcome.KILLED))
    found = {(record.fault, record.test) for record in caught}
    return frozenset(found | {(fault, test) for fault, tests in kept.items() for test in tests})


def remember(faults: Iterable[FaultVerdict], file: Path) -> None:
    """Keep who caught what now, and of the other faults what was kept."""
    kept = _kept(file) | {verdict.fault.id: verdict.killed_by for verdict in faults if verdict.killed_by}
    with replacing(file) as (new,):
        new.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _kept(file: Path) -> dict[str, list[str]]:
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
