"""The rounds: which tests, in which order, with how many workers, and whether the machine is busy."""

from dataclasses import dataclass
from math import ceil

CONDITIONS = ((1, False), (2, True), (3, False), (4, True), (1, True), (2, False), (3, True), (4, False))
"""Workers, and whether the processor is throttled: in eight rounds every combination."""
_TURNS = 2
"""How often each condition comes up at least; a round that meets the end of the suite is cut short there."""
_FREE_TO_BUSY = 3
"""How many tests a round runs on a free machine, for one on a busy machine, where each takes longer."""
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


def next_round(before: Round | None, collected: int, *, seed: int, wanted: int, executed: int) -> Round:
    """The round after this one.

    Rounds go through the suite in the order of one seed to its end, then in that of the next, so every test
    is run as often as any other. Rounds on a busy machine are shorter, as each of their tests takes longer.
    """
    number = before.number + 1 if before else 0
    workers, throttled = CONDITIONS[number % len(CONDITIONS)]
    parts = _TURNS * sum(1 if busy else _FREE_TO_BUSY for _, busy in CONDITIONS)
    size = max(ceil(wanted / parts) * (1 if throttled else _FREE_TO_BUSY), _FEWEST)
    same_pass = before is not None and before.last < collected
    first = before.last if before and same_pass else 0
    order = (before.seed if same_pass else before.seed + 1) if before else seed
    end = first + min(size, max(wanted - executed, 0))
    return Round(number, order, first, min(end, collected) if collected else end, workers, throttled)


def command_of(item: Round) -> list[str]:
    """What pytest is told, so that a round is the same whenever it is run."""
    return [
        *("e2e", "-p", "fixtures.flake", "-p", "no:hypothesispytest", "-p", "no:cacheprovider"),
        *("-n", str(item.workers), "--shuffle", str(item.seed), "--slice", f"{item.first}:{item.last}"),
    ]
