"""Who caught which fault in an earlier run, of whatever source: a guess of whom to ask first, and no more."""

import json
from collections.abc import Iterable
from pathlib import Path

from fixtures.strength.records import Outcome, Phase, Record
from reports.strength.verdict import FaultVerdict


def caught_before(file: Path, records: Iterable[Record]) -> dict[str, str]:
    """A test's id by the fault's: what is kept with the source, and what this machine has found since."""
    kept: dict[str, str] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    caught = (record for record in records if (record.phase, record.outcome) == (Phase.CLAIM, Outcome.KILLED))
    return kept | {record.fault: record.test for record in caught}


def remember(faults: Iterable[FaultVerdict], file: Path) -> None:
    """Keep who caught what now."""
    kept = {verdict.fault.id: verdict.killed_by[0] for verdict in faults if verdict.killed_by}
    file.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
