"""Which test meets which fault, and in which order."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from random import Random
from statistics import mean
from types import MappingProxyType

from measure.strength.fingerprint import digest
from measure.strength.likeliness import likeliness
from measure.strength.plugin.meeting import Met
from measure.strength.plugin.plan import Pair
from measure.strength.plugin.records import Outcome, Phase, Record
from measure.strength.suite import Fault, SuiteTest, claimants, paragraph_of

NOTHING, ONLY_500 = "control.nothing", "control.only_500"
_GUESS_BROWSER, _GUESS_WITHOUT = 2.0, 0.5
_NOT_SEEN: Mapping[str, Met] = MappingProxyType({})


@dataclass(frozen=True)
class Scope:
    """What this run is about.

    Attributes:
        faults: to be planted.
        tests: all that there are.
        chosen: the pairs of ids that are wanted; None for all.
    """

    faults: tuple[Fault, ...]
    tests: tuple[SuiteTest, ...]
    chosen: frozenset[tuple[str, str]] | None = None

    def wants(self, fault: Fault, test: SuiteTest) -> bool:
        """Whether this pair is asked for."""
        return self.chosen is None or (fault.id, test.id) in self.chosen


def control_pairs(
    scope: Scope, phase: Phase, *, whole: bool, seed: int, met: Mapping[str, Met] = _NOT_SEEN
) -> list[Pair]:
    """A control with the tests that it is about.

    With nothing wrong these are all that claim something, so that it is known what each of them meets, and of those
    that claim nothing one of each function. With every site out these are one of each function, unless the whole is
    wanted, but none that asks no site for more than a file, as far as is known what it has ``met``: that one notices
    nothing. Whoever else catches a fault is asked besides: see ``innocence_pairs``.
    """
    if phase is Phase.NOTHING and scope.chosen is None:
        return [_control(phase, test) for test in (scope.tests if whole else _claiming_and_others(scope, str(seed)))]
    tests = [test for test in scope.tests if _is_in_a_claim(test, scope)]
    if phase is Phase.ONLY_500:
        tests = [test for test in tests if test.id not in met or met[test.id].asked]
    return [_control(phase, test) for test in (tests if whole else _one_of_each(tests, str(seed)))]


def innocence_pairs(scope: Scope, killers: Collection[str]) -> list[Pair]:
    """The tests of these ids with nothing wrong: only who passes there has caught a fault, and not himself."""
    return [_control(Phase.NOTHING, test) for test in scope.tests if test.id in killers]


def claim_pairs(
    scope: Scope, unfit: frozenset[str], seconds: Mapping[str, float], met: Mapping[str, Met] = _NOT_SEEN
) -> list[Pair]:
    """Each fault with the tests that claim its behaviour and meet it; not those that fail without it.

    First come those that are quick for how likely they are to catch it.

    Args:
        scope: what the run is about.
        unfit: tests that fail by themselves.
        seconds: how long a test takes.
        met: what is known of what a test meets; one of which nothing is known may meet anything.
    """

    def order(fault: Fault, test: SuiteTest) -> tuple[float, str]:
        return _price(fault, test, seconds), test.id

    return [
        _pair(Phase.CLAIM, fault, test)
        for fault in scope.faults
        for test in sorted(claimants(fault, scope.tests), key=partial(order, fault))
        if test.id not in unfit and scope.wants(fault, test) and _meets(fault, test, met)
    ]


def unmet_pairs(
    scope: Scope, survivors: Collection[Fault], unfit: frozenset[str], met: Mapping[str, Met]
) -> list[Pair]:
    """Each survivor with the tests that claim its behaviour, but met nothing of it where nothing was wrong.

    They can catch it only where they do not go the same way twice.
    """
    return [
        _pair(Phase.CLAIM, fault, test)
        for fault in survivors
        for test in claimants(fault, scope.tests)
        if test.id not in unfit and scope.wants(fault, test) and not _meets(fault, test, met)
    ]


def _meets(fault: Fault, test: SuiteTest, met: Mapping[str, Met]) -> bool:
    return test.id not in met or met[test.id].meets(fault.planted)


def rest_pairs(
    scope: Scope, survivors: Iterable[Fault], unfit: frozenset[str], *, whole: bool, seed: int
) -> list[Pair]:
    """Each survivor with the tests that claim something else.

    The tests of the same paragraph come first, then the others as they are drawn; of a test with many
    parameters one is drawn, unless the whole is wanted.
    """
    pairs: list[Pair] = []
    for fault in survivors:
        others = [test for test in scope.tests if fault.behaviour not in test.claims and test.id not in unfit]
        if not whole:
            others = _one_of_each(others, f"{seed} {fault.id}")
        others.sort(key=lambda test: fault.paragraph not in map(paragraph_of, test.claims))
        pairs += [_pair(Phase.REST, fault, test) for test in others]
    return pairs


def seconds_by_test(records: Iterable[Record]) -> dict[str, float]:
    """How long each test takes where nothing is wrong."""
    times: dict[str, list[float]] = defaultdict(list)
    for record in records:
        if record.outcome is Outcome.SURVIVED:
            times[record.test].append(record.seconds)
    return {test: mean(found) for test, found in times.items()}


def _one_of_each(tests: Iterable[SuiteTest], seed: str) -> list[SuiteTest]:
    """The tests in a drawn order, and of those that differ only by a parameter one."""
    drawn = list(tests)
    Random(seed).shuffle(drawn)
    return list({test.function: test for test in drawn}.values())


def _claiming_and_others(scope: Scope, seed: str) -> list[SuiteTest]:
    claiming = [test for test in scope.tests if test.claims]
    return claiming + _one_of_each((test for test in scope.tests if not test.claims), seed)


def _control(phase: Phase, test: SuiteTest) -> Pair:
    fault = NOTHING if phase is Phase.NOTHING else ONLY_500
    return Pair(phase, fault, test.id, digest(fault, test.digest))


def _pair(phase: Phase, fault: Fault, test: SuiteTest) -> Pair:
    return Pair(phase, fault.id, test.id, digest(fault.digest, test.digest))


def _cost(test: SuiteTest, seconds: Mapping[str, float]) -> float:
    return seconds.get(test.id, _GUESS_BROWSER if test.in_browser else _GUESS_WITHOUT)


def _price(fault: Fault, test: SuiteTest, seconds: Mapping[str, float]) -> float:
    return _cost(test, seconds) / likeliness(fault, test)


def _is_in_a_claim(test: SuiteTest, scope: Scope) -> bool:
    if scope.chosen is None:
        return bool(test.claims)
    return any(test.id == chosen for _, chosen in scope.chosen)
