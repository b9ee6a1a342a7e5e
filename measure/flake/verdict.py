"""What all rounds together say: ``reports/out/flake.json``."""

import shlex
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bootstrap.places import shown
from measure.flake.ends import Done, End, executed_in, executions
from measure.flake.places import STATE
from measure.flake.rounds import by_condition, command_of

_RUN = ".venv/bin/python -m pytest"


@dataclass(frozen=True)
class Failure:
    """One execution that failed, and how to see it again.

    Attributes:
        order: the file that names what its worker had run before it, and it, in their order.
        repeat_round: the command for the whole round, on a machine as busy as it was.
        repeat_order: the command for its worker's tests alone.
    """

    test: str
    said: str
    round: int
    seed: int
    workers: int
    throttled: bool
    worker: str
    order: str
    repeat_round: str
    repeat_order: str


@dataclass(frozen=True)
class Share:
    """What was executed under one condition.

    Attributes:
        seconds: how long the rounds that came to their end took; nobody measured one that was cut short.
        timed: how many executions those rounds had.
    """

    workers: int
    throttled: bool
    executions: int
    timed: int
    seconds: float


@dataclass(frozen=True)
class Verdict:
    """The whole verdict.

    Attributes:
        wanted: how many executions were asked for.
        broken: rounds that pytest could not run as it should, though no test failed.
    """

    executions: int
    wanted: int
    failures: tuple[Failure, ...]
    rounds: tuple[Done, ...]
    shares: tuple[Share, ...]
    broken: tuple[int, ...]

    @property
    def right(self) -> bool:
        """Whether all that was wanted was run, and nothing failed."""
        return self.executions >= self.wanted and not self.failures and not self.broken

    @property
    def seconds(self) -> float:
        """How long the rounds that came to their end took."""
        return round(sum(done.seconds for done in self.rounds), 1)


def conclude(rounds: Sequence[Done], ends: Sequence[End], wanted: int, state: Path = STATE) -> Verdict:
    """Conclude from what was written down; writes the order that led to each failure."""
    by_number = {done.round.number: done for done in rounds}
    failures = [
        _failure(by_number[end.round], ends, position, state)
        for position, end in enumerate(ends)
        if end.outcome == "failed"
    ]
    failed_rounds = {failure.round for failure in failures}
    broken = tuple(
        done.round.number
        for done in rounds
        if done.code is not None and done.code != 0 and done.round.number not in failed_rounds
    )
    shares = _shares(rounds, ends)
    return Verdict(executions(ends), wanted, tuple(failures), tuple(rounds), shares, broken)


def document_of(verdict: Verdict) -> dict[str, object]:
    """What the file holds."""
    return {
        "executions": verdict.executions,
        "wanted": verdict.wanted,
        "failures": [vars(failure) for failure in verdict.failures],
        "shares": [vars(share) for share in verdict.shares],
        "rounds": [
            {**vars(done.round), "seconds": done.seconds, "code": done.code, "source": done.source}
            for done in verdict.rounds
        ],
        "broken_rounds": list(verdict.broken),
        "seconds": verdict.seconds,
    }


def _shares(rounds: Sequence[Done], ends: Sequence[End]) -> tuple[Share, ...]:
    seconds: defaultdict[tuple[int, bool], float] = defaultdict(float)
    for done in rounds:
        seconds[done.round.workers, done.round.throttled] += done.seconds
    counted = by_condition(executed_in(rounds, ends))
    timed = by_condition(executed_in([done for done in rounds if done.code is not None], ends))
    return tuple(
        Share(*condition, executed, timed[condition], round(seconds[condition], 1))
        for condition, executed in sorted(counted.items())
    )


def _failure(done: Done, ends: Sequence[End], position: int, state: Path) -> Failure:
    end = ends[position]
    so_far = [other.test for other in ends[: position + 1] if (other.round, other.worker) == (end.round, end.worker)]
    order = state / f"round-{end.round}-{end.worker}-{len(so_far)}.txt"
    state.mkdir(parents=True, exist_ok=True)
    order.write_text("\n".join(so_far) + "\n", encoding="utf-8")
    return Failure(
        test=end.test,
        said=end.said,
        round=end.round,
        seed=done.round.seed,
        workers=done.round.workers,
        throttled=done.round.throttled,
        worker=end.worker,
        order=shown(order),
        repeat_round=f"{_RUN} {shlex.join(command_of(done.round))}",
        repeat_order=f"{_RUN} e2e -p measure.flake.plugin --order {shlex.quote(shown(order))}",
    )
