"""What was written down: the rounds, and how each test in them ended."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from measure.flake.rounds import Round


@dataclass(frozen=True)
class End:
    """How one execution ended; ``outcome`` is passed, failed or skipped."""

    round: int
    worker: str
    test: str
    outcome: str
    said: str
    seconds: float


@dataclass(frozen=True)
class Done:
    """A round that was begun.

    Attributes:
        source: digest of everything that was tested; with another it counts no more.
        seconds: how long it took.
        code: pytest's exit code; None where it did not come to its end.
    """

    round: Round
    source: str
    seconds: float
    code: int | None


def read_ends(file: Path) -> tuple[list[End], int]:
    """Every execution in order, and how many tests the suite has (0 where none has been collected)."""
    ends: list[End] = []
    collected = 0
    for row in _rows(file):
        if "collected" in row:
            collected = row["collected"]
        else:
            ends.append(End(**row))
    return ends, collected


def read_rounds(file: Path) -> list[Done]:
    """Every round in order; what was written when it ended replaces what was written when it began."""
    found = {row["round"]["number"]: Done(**{**row, "round": Round(**row["round"])}) for row in _rows(file)}
    return list(found.values())


def write_round(done: Done, file: Path) -> None:
    """Add a round."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(asdict(done)) + "\n")


def executed_in(rounds: Sequence[Done], ends: Sequence[End]) -> dict[Round, int]:
    """How many tests each round executed, in the order of the rounds."""
    return {done.round: executions([end for end in ends if end.round == done.round.number]) for done in rounds}


def executions(ends: Sequence[End]) -> int:
    """How many tests were executed; one that was skipped was not."""
    return sum(end.outcome != "skipped" for end in ends)


def _rows(file: Path) -> list[dict[str, Any]]:
    if not file.exists():
        return []
    lines = file.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines[:-1]]
