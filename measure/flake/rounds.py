"""The rounds: which tests, in which order, with how many workers, and whether the machine is busy."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

CONDITIONS = ((1, False), (2, True), (3, False), (4, True), (1, True), (2, False), (3, True), (4, False))
"""Workers, and whether the processor is throttled."""
_TURNS = 2
"""How many rounds a condition's share of the executions is cut into; the end of the suite may cut one in two."""
_FEWEST = 20


@dataclass(frozen=True)
class Round:
    """One pytest session.

    Attributes:
        number: from 0.
        seed: of the order of the whole suite.
        first: the place in that order where this round begins.
        last: the place before which it ends.
    """

    number: int
    seed: int
    first: int
    last: int
    workers: int
    throttled: bool


def next_round(earlier: Mapping[Round, int], collected: int, *, seed: int, wanted: int) -> Round:
    """The round after these, each with how many tests it executed.

    Rounds go through the suite in the order of one seed to its end, then in that of the next, so every test
    is run as often as any other. The condition with the fewest executions is next, so each gets the same share.
    """
    before = list(earlier)[-1] if earlier else None
    so_far = by_condition(earlier)
    workers, throttled = condition = min(CONDITIONS, key=lambda known: so_far[known])
    share = ceil(wanted / len(CONDITIONS))
    size = max(min(ceil(share / _TURNS), share - so_far[condition]), _FEWEST)
    same_pass = before is not None and before.last < collected
    first = before.last if before and same_pass else 0
    order = (before.seed if same_pass else before.seed + 1) if before else seed
    end = first + min(size, max(wanted - sum(earlier.values()), 0))
    return Round(len(earlier), order, first, min(end, collected) if collected else end, workers, throttled)


def by_condition(rounds: Mapping[Round, int]) -> dict[tuple[int, bool], int]:
    """How many tests were executed under each condition."""
    counted = dict.fromkeys(CONDITIONS, 0)
    for item, executed in rounds.items():
        counted[item.workers, item.throttled] += executed
    return counted


def command_of(item: Round) -> list[str]:
    """What pytest is told, so that a round is the same whenever it is run."""
    return [
        *("e2e", "--run-blocked", "-p", "measure.flake.plugin", "-p", "no:hypothesispytest", "-p", "no:cacheprovider"),
        *("-n", str(item.workers), "--shuffle", str(item.seed), "--slice", f"{item.first}:{item.last}"),
    ]
