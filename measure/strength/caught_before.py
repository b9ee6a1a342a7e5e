"""Who caught which fault in an earlier run, of whatever source: a guess of whom to ask first, and no more."""

import json
from collections.abc import Iterable
from pathlib import Path

from measure.strength.plugin.records import Outcome, Phase, Record
from measure.strength.verdict import FaultVerdict


def caught_before(file: Path, records: Iterable[Record]) -> frozenset[tuple[str, str]]:
    """The ids of faults and of the tests that caught them: kept with the source, or found by this machine since."""
    kept: dict[str, list[str]] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    caught = (record for record in records if (record.phase, record.outcome) == (Phase.CLAIM, Outcome.KILLED))
    found = {(record.fault, record.test) for record in caught}
    return frozenset(found | {(fault, test) for fault, tests in kept.items() for test in tests})


def remember(faults: Iterable[FaultVerdict], file: Path) -> None:
    """Keep who caught what now."""
    kept = {verdict.fault.id: verdict.killed_by for verdict in faults if verdict.killed_by}
    file.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
