"""What became of the lanes: ``reports/out/nightly.json``, which is also how the next run knows what is done."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path

from bootstrap.replacing import replacing
from measure.nightly.figures import Figures


class Outcome(StrEnum):
    """How a lane ended."""

    PASSED = "passed"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Record:
    """One lane.

    Attributes:
        seconds: how long it ran, over all its beginnings with this source.
        start: when it began last, in UTC.
        commit: what was checked out, with ``-dirty`` where files had changed since.
        source: digest of everything that it tested.
        command: as it was run.
        exit_code: of the command; None where it was stopped.
        figures: from the lane's own output; empty where it wrote none.
        log: the file of all that it said.
    """

    outcome: Outcome
    seconds: float
    start: str
    commit: str
    source: str
    command: str
    exit_code: int | None
    log: str
    figures: Figures = field(default_factory=dict)

    def is_done(self, source: str) -> bool:
        """Whether it need not be run again; a failure stands until the source changes, lest a retry hide it."""
        return self.source == source and self.outcome is not Outcome.STOPPED


def read_records(file: Path) -> dict[str, Record]:
    """The records by lane; none where there is no file that can be read."""
    try:
        lanes = json.loads(file.read_text(encoding="utf-8"))["lanes"]
        return {name: Record(**{**row, "outcome": Outcome(row["outcome"])}) for name, row in lanes.items()}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def write_records(records: Mapping[str, Record], source: str, lanes: Iterable[str], file: Path) -> None:
    """Write them; ``still_to_pass`` names the lanes that have not passed with this source."""
    passed = {name for name, record in records.items() if record.outcome is Outcome.PASSED and record.source == source}
    document = {
        "source": source,
        "still_to_pass": [name for name in lanes if name not in passed],
        "seconds": round(sum(record.seconds for record in records.values() if record.source == source), 1),
        "lanes": {name: asdict(record) for name, record in records.items()},
    }
    with replacing(file) as (new,):
        new.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
