"""What all the records together say of the suite."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from measure.strength.pairs import Scope
from measure.strength.plugin.plan import Pair, function_of, is_found
from measure.strength.plugin.records import Outcome, Phase, Record
from measure.strength.suite import Fault, SuiteTest

Book = Mapping[Pair, Record]
"""What is known of each pair."""


def book_of(pairs: Iterable[Pair], records: Iterable[Record], house: str) -> dict[Pair, Record]:
    """The newest record of each pair that was made of the same source.

    What came out as it must is kept when the house (sites, pages, fixtures) has changed since, and
    ``Strength.houses`` tells of it; what did not is run again in the new house, which may have mended it.
    """
    known = {
        Pair(record.phase, record.fault, record.test, record.digest): record
        for record in records
        if record.house == house or is_as_it_must(record)
    }
    return {pair: known[pair] for pair in pairs if pair in known}


def is_as_it_must(record: Record) -> bool:
    """Whether a test did with a fault what it should."""
    match record.phase:
        case Phase.NOTHING:
            return record.outcome is Outcome.SURVIVED
        case Phase.ONLY_500:
            return record.outcome in {Outcome.KILLED, Outcome.BROKEN}
        case _:
            return record.outcome is Outcome.KILLED


def unfit(book: Book) -> frozenset[str]:
    """The tests that do not pass where nothing is wrong: whatever they say of a fault is worth nothing."""
    asked = ((pair, end) for pair, end in book.items() if pair.phase is Phase.NOTHING)
    return frozenset(pair.test for pair, end in asked if not is_as_it_must(end))


@dataclass(frozen=True)
class FaultVerdict:
    """What became of a fault.

    Attributes:
        killed_by: the tests claiming its behaviour of which an assertion failed.
        survived: those that passed.
        broken: those that ended in another way.
        noticed_by: tests claiming something else of which an assertion failed.
        assertion: what the first of ``killed_by`` said.
    """

    fault: Fault
    killed_by: tuple[str, ...]
    survived: tuple[str, ...]
    broken: tuple[str, ...]
    noticed_by: tuple[str, ...]
    assertion: str

    @property
    def killed(self) -> bool:
        """Whether the suite has caught it as it should."""
        return bool(self.killed_by)

    @property
    def by_found_alone(self) -> bool:
        """Whether nothing but walks that the model found has caught it."""
        return self.killed and all(map(is_found, self.killed_by))


@dataclass(frozen=True)
class ControlVerdict:
    """Whether a control came out right: ``wrong`` names the tests that did not do as they must, and how they ended.

    Attributes:
        tests: how many were asked.
        crashed: how many noticed by a crash and not by an assertion (no matter where all is out).
    """

    tests: int
    wrong: tuple[tuple[str, str], ...]
    crashed: int = 0

    @property
    def right(self) -> bool:
        """Whether all did as they must."""
        return bool(self.tests) and not self.wrong


@dataclass(frozen=True)
class Idle:
    """A test that kills nothing, and why; justified where it gives a reason of its own (``beyond_faults``)."""

    test: str
    why: str
    justified: bool = False


@dataclass(frozen=True)
class Strength:
    """The whole verdict.

    Attributes:
        silent: how many test functions claim no behaviour, so that they cannot kill.
        unfinished: how many pairs are needed and have not been run.
        houses: of how many different states of the sites, pages and fixtures the records are.
    """

    faults: tuple[FaultVerdict, ...]
    nothing: ControlVerdict
    only_500: ControlVerdict
    idle: tuple[Idle, ...]
    silent: int
    unfinished: int
    houses: int

    @property
    def killed(self) -> int:
        """How many faults were caught."""
        return sum(fault.killed for fault in self.faults)

    @property
    def score(self) -> float:
        """The share of the faults that were caught, in percent, never rounded up to all."""
        return int(10_000 * self.killed / len(self.faults)) / 100 if self.faults else 0.0

    @property
    def by_found_alone(self) -> tuple[str, ...]:
        """The faults that nothing but walks that the model found has caught: each asks for a story."""
        return tuple(verdict.fault.id for verdict in self.faults if verdict.by_found_alone)

    @property
    def right(self) -> bool:
        """Whether every fault was caught by a story, both controls are right, and nothing is left to run."""
        caught_all = bool(self.faults) and self.killed == len(self.faults) and not self.by_found_alone
        return caught_all and self.nothing.right and self.only_500.right and not self.unfinished


def conclude(scope: Scope, book: Book, unfinished: int) -> Strength:
    """Conclude from what is known."""
    outside = unfit(book)
    claims = {pair: end for pair, end in book.items() if pair.phase is Phase.CLAIM and pair.test not in outside}
    rest = {pair: end for pair, end in book.items() if pair.phase is Phase.REST and pair.test not in outside}
    return Strength(
        faults=tuple(_verdict(fault, claims, rest) for fault in scope.faults),
        nothing=_control(book, Phase.NOTHING),
        only_500=_control(book, Phase.ONLY_500),
        idle=tuple(_idle(scope, claims, outside)),
        silent=len({test.function for test in scope.tests if not test.claims}),
        unfinished=unfinished,
        houses=len({end.house for end in book.values()}),
    )


def _verdict(fault: Fault, claims: Book, rest: Book) -> FaultVerdict:
    def ended(among: Book, outcome: Outcome) -> list[Record]:
        return [end for pair, end in among.items() if pair.fault == fault.id and end.outcome is outcome]

    kills = ended(claims, Outcome.KILLED)
    return FaultVerdict(
        fault,
        _names(kills),
        _names(ended(claims, Outcome.SURVIVED)),
        _names(ended(claims, Outcome.BROKEN)),
        _names(ended(rest, Outcome.KILLED)),
        kills[0].said if kills else "",
    )


def _names(records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(sorted(record.test for record in records))


def _control(book: Book, phase: Phase) -> ControlVerdict:
    ends = [end for pair, end in book.items() if pair.phase is phase]
    wrong = ((end.test, end.said or str(end.outcome)) for end in ends if not is_as_it_must(end))
    crashed = sum(end.outcome is Outcome.BROKEN for end in ends) if phase is Phase.ONLY_500 else 0
    return ControlVerdict(len(ends), tuple(sorted(wrong)), crashed)


def _idle(scope: Scope, claims: Book, outside: frozenset[str]) -> Iterable[Idle]:
    tried: dict[str, set[str]] = defaultdict(set)
    killers: set[str] = set()
    for pair, end in claims.items():
        tried[function_of(pair.test)].add(pair.fault)
        if end.outcome is Outcome.KILLED:
            killers.add(function_of(pair.test))
    for function, tests in _functions(scope).items():
        reason = tests[0].beyond_faults
        if function not in killers:
            yield Idle(function, reason or _why(tests, tried[function], outside, scope), justified=bool(reason))
        elif reason:
            yield Idle(function, f"kills, and yet says that it cannot: {reason}")


def _functions(scope: Scope) -> dict[str, list[SuiteTest]]:
    wanted = None if scope.chosen is None else {test for _, test in scope.chosen}
    found: dict[str, list[SuiteTest]] = defaultdict(list)
    for test in scope.tests:
        if test.claims and (wanted is None or test.id in wanted):
            found[test.function].append(test)
    return found


def _why(tests: Sequence[SuiteTest], tried: set[str], outside: frozenset[str], scope: Scope) -> str:
    if tried:
        return f"passed with every fault of what it claims: {', '.join(sorted(tried))}"
    if all(test.id in outside for test in tests):
        return "does not pass where nothing is wrong"
    claimed = {name for test in tests for name in test.claims}
    if not claimed & {fault.behaviour for fault in scope.faults}:
        return f"no fault of the catalogue breaks what it claims: {', '.join(sorted(claimed))}"
    return "has not been run"
