"""One mutant meets its tests."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from time import monotonic

from bootstrap.lines import append
from measure.mutants.mutant import Mutant
from measure.mutants.sandbox import Ended, Sandbox
from measure.mutants.walked import WalkedTest
from measure.strength.fingerprint import digest

_PASSED, _FAILED, _NOTHING_CHOSEN = 0, 1, 5
_TIMEOUT = "Timeout ("
_LONGEST = 600


class Fate(StrEnum):
    """What became of a mutant."""

    FAILED = "failed"
    """A test failed."""
    TIMEOUT = "timeout"
    """A test did not end in time, or the whole session did not."""
    NO_START = "no start"
    """Nothing could be run: the module can no longer be imported."""
    SURVIVED = "survived"
    """Every test that was run passed."""
    NOT_COVERED = "not covered"
    """No test is seen to walk the changed place, and none that starts the mock as a program noticed."""

    @property
    def is_dead(self) -> bool:
        """Whether it was noticed."""
        return self not in {Fate.SURVIVED, Fate.NOT_COVERED}


@dataclass(frozen=True)
class Trial:
    """What became of one mutant.

    Attributes:
        key: of the tests that were offered and of what they stood on.
        killer: the test that noticed, where one did.
        killer_digest: of it; with another a kill counts no more.
        said: what it said.
        covered_by: how many tests walk the changed place.
        tried: how many of them were run.
    """

    mutant: str
    key: str
    fate: Fate
    killer: str
    killer_digest: str
    said: str
    seconds: float
    covered_by: int
    tried: int


def key_of(batches: Sequence[Sequence[WalkedTest]]) -> str:
    """A survivor is one for exactly these tests; their digests tell of everything they stand on."""
    return digest(*sorted(f"{walk.test} {walk.digest}" for batch in batches for walk in batch))


def try_mutant(mutant: Mutant, batches: Sequence[Sequence[WalkedTest]], covered_by: int, sandbox: Sandbox) -> Trial:
    """Run the tests, batch after batch, until one notices."""
    began, tried = monotonic(), 0
    fate, killer, said = Fate.SURVIVED, "", ""
    with sandbox.changed(mutant.file, mutant.code):
        for batch in batches:
            ended = sandbox.run({walk.test: walk.seconds for walk in batch})
            tried += len(ended.ends)
            fate, killer, said = judge(ended)
            if fate.is_dead:
                break
    if not fate.is_dead and not covered_by:
        fate = Fate.NOT_COVERED
    digests = {walk.test: walk.digest for batch in batches for walk in batch}
    seconds = round(monotonic() - began, 1)
    return Trial(
        mutant.id, key_of(batches), fate, killer, digests.get(killer, ""), said[:_LONGEST], seconds, covered_by, tried
    )


def judge(ended: Ended) -> tuple[Fate, str, str]:
    """What a session's end says of the mutant, with the test that noticed and its words."""
    failed = next((end for end in ended.ends if end.outcome == "failed"), None)
    if failed:
        return (Fate.TIMEOUT if _TIMEOUT in failed.said else Fate.FAILED), failed.test, last_line(failed.said)
    if ended.code is None:
        return Fate.TIMEOUT, "", last_line(ended.said)
    if ended.code in {_PASSED, _NOTHING_CHOSEN}:
        return Fate.SURVIVED, "", ""
    return Fate.NO_START, "", last_line(ended.said)


def last_line(said: str) -> str:
    """Where an error stands in what pytest says, or the last line of it."""
    lines = [line for line in said.splitlines() if line.strip()]
    errors = [line.removeprefix("E").strip() for line in lines if line.startswith("E  ")]
    return (errors or lines or [""])[0 if errors else -1]


def read_trials(file: Path) -> dict[str, Trial]:
    """The newest trial of each mutant."""
    if not file.exists():
        return {}
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").split("\n")[:-1])
    return {row["mutant"]: Trial(**{**row, "fate": Fate(row["fate"])}) for row in rows}


def write_trial(trial: Trial, file: Path) -> None:
    """Add a trial."""
    append(file, asdict(trial))


def still_counts(trial: Trial, key: str, digests: Mapping[str, str]) -> bool:
    """Whether a trial need not be run again: a kill while its test stands, anything else while all of them do."""
    if trial.killer:
        return digests.get(trial.killer) == trial.killer_digest
    return trial.key == key
