"""What is to be run, and when enough is known of a fault."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from measure.strength.plugin.records import Outcome, Phase, Record

FOUND = "e2e/model/test_found.py"
"""Walks of the model that are kept since they once found something: no story has thought of what they alone catch."""


@dataclass(frozen=True)
class Pair:
    """A test to be run with a fault planted; ``digest`` is of the source of both."""

    phase: Phase
    fault: str
    test: str
    digest: str


@dataclass(frozen=True)
class Settled:
    """What is known so far, as far as it decides what is still needed.

    Attributes:
        killed: faults that a test claiming their behaviour has killed, and not only a walk that the model found.
        killers: test functions that have killed a fault.
        noticed: faults that a test claiming something else has noticed.
    """

    killed: frozenset[str] = frozenset()
    killers: frozenset[str] = frozenset()
    noticed: frozenset[str] = frozenset()

    def with_these(self, records: Iterable[Record]) -> "Settled":
        """The same with these records added."""
        kills = [record for record in records if record.outcome is Outcome.KILLED]
        claimed = [record for record in kills if record.phase is Phase.CLAIM]
        return Settled(
            self.killed.union(record.fault for record in claimed if not is_found(record.test)),
            self.killers.union(function_of(record.test) for record in claimed),
            self.noticed.union(record.fault for record in kills if record.phase is Phase.REST),
        )

    def needs(self, pair: Pair, *, whole: bool) -> bool:
        """Whether the pair can still tell something new; ``whole`` asks for every pair of the matrix."""
        match pair.phase:
            case Phase.CLAIM:
                return whole or pair.fault not in self.killed or function_of(pair.test) not in self.killers
            case Phase.REST:
                return pair.fault not in self.noticed
            case _:
                return True


@dataclass(frozen=True)
class Plan:
    """What a pytest session is told.

    Attributes:
        results: the file to which records are added.
        met: the file to which is added what a test meets where nothing is wrong.
        offset: where in the results this session's begin.
        patience: for how many seconds an ``expect`` waits.
    """

    results: Path
    met: Path
    offset: int
    house: str
    whole: bool
    patience: float
    settled: Settled
    pairs: tuple[Pair, ...]


_PLAN: TypeAdapter[Plan] = TypeAdapter(Plan)


def write_plan(plan: Plan, file: Path) -> None:
    """Leave the plan for the session."""
    file.write_bytes(_PLAN.dump_json(plan))


def read_plan(file: Path) -> Plan:
    """The plan that the runner left."""
    return _PLAN.validate_json(file.read_bytes())


def function_of(test: str) -> str:
    """A test's name without its parameters."""
    return test.partition("[")[0]


def is_found(test: str) -> bool:
    """Whether a test is a walk that the model found."""
    return test.startswith(f"{FOUND}::")
