"""What is different from the runs before: new, fixed, flaky, slower."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reports.history import Past, Run

_LOOKED_AT = 10
"""Runs of the same test."""
_TURNS = 3
"""A test that turned so often between passed and not, is flaky."""
_TIMED, _TIMES, _MORE = 3, 2.0, 2.0
"""A test is slower that took twice the median of at least three passes, and two seconds more."""


@dataclass(frozen=True)
class Changes:
    """Tests by ``history_id``.

    Attributes:
        broken: they fail, and passed when they last ran.
        fixed: they pass, and failed when they last ran.
        still: they fail, as when they last ran.
        flaky: they turned to and fro over the last runs.
        slower: they pass, and took much longer than they use to; with the seconds that they use to take.
    """

    new: frozenset[str]
    broken: frozenset[str]
    fixed: frozenset[str]
    still: frozenset[str]
    flaky: frozenset[str]
    slower: dict[str, float]

    def words_of(self, test: str) -> str:
        """What is to be told of a test that did not pass."""
        named = (("flaky", self.flaky), ("passed last time", self.broken), ("failed last time too", self.still))
        return next((words for words, tests in named if test in tests), "")


def changes(this: Run, earlier: Sequence[Run]) -> Changes:
    """Compare a run with those before it, the oldest first; where there are none, nothing is new."""
    pasts = {test: _pasts(test, earlier) for test in this.tests}
    ran = {test: now for test, now in this.tests.items() if now.counts}
    bad = {test for test, now in ran.items() if now.status != "passed"}
    failed_last = {test for test in ran if pasts[test] and pasts[test][-1].status != "passed"}
    known = {test for test in ran if pasts[test]}
    return Changes(
        new=frozenset(ran.keys() - known) if earlier else frozenset(),
        broken=frozenset((bad & known) - failed_last),
        fixed=frozenset(failed_last - bad),
        still=frozenset(bad & failed_last),
        flaky=frozenset(test for test, now in ran.items() if _turns([*pasts[test], now]) >= _TURNS),
        slower={test: usual for test, now in ran.items() if (usual := _usual(now, pasts[test]))},
    )


def _pasts(test: str, earlier: Sequence[Run]) -> list[Past]:
    found = [run.tests[test] for run in earlier if test in run.tests]
    return [past for past in found if past.counts][-_LOOKED_AT:]


def _turns(ends: Sequence[Past]) -> int:
    passed = [end.status == "passed" for end in ends]
    return sum(one != other for one, other in pairwise(passed))


def _usual(now: Past, pasts: Sequence[Past]) -> float:
    """The usual seconds of a test that is slower now; otherwise 0."""
    passes = [past.seconds for past in pasts if past.status == "passed"]
    if now.status != "passed" or len(passes) < _TIMED:
        return 0.0
    usual = median(passes)
    return usual if now.seconds > max(usual * _TIMES, usual + _MORE) else 0.0
