"""Grading a suite: twice as it is, then once for each thing that is altered under it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from time import monotonic

from ..check.answers import ANSWERS, SENDS
from ..check.grading import PLANTS, GradingOrder, Happened, What, is_gradable
from ..client import ControlFailed
from .grade import Grade, Sight, Tried
from .mocks import Mocks
from .suite import Ran, Suite
from .wanted import PLANTS as IN_WORDS

_AT_LEAST, _TIMES = 60, 5
"""A run with something altered may take so many seconds, and so many times as long as the longer of the first two."""
NAMES = frozenset({*ANSWERS, *SENDS, *PLANTS})
"""Whatever can be picked or skipped."""


class CannotGrade(Exception):
    """These tests cannot be graded; the message says why."""

    def __init__(self, why: str, printed: str = "") -> None:
        super().__init__(why)
        self.printed = printed


@dataclass
class Grading:
    """One suite that is being graded.

    Attributes:
        suite: its tests.
        mocks: that they use.
        only: names or patterns of what is altered; empty for all.
        skips: why some is not.
        slow_seconds: how long the plant ``slow`` takes.
        tell: called with every line of progress.
    """

    suite: Suite
    mocks: Mocks
    only: Collection[str] = ()
    skips: Mapping[str, str] = field(default_factory=dict)
    slow_seconds: float = 5
    tell: Callable[[str], None] = lambda _: None
    _seen: Counter[Happened] = field(default_factory=Counter)
    _longest: float = 0

    def grade(self) -> Grade:
        """Everything; what stands against grading is told in the grade."""
        began, trials = monotonic(), []
        try:
            for count in ("first", "second"):
                self._run_as_it_is(count)
            orders = list(self._orders())
            for number, (id_, order) in enumerate(orders, 1):
                trial = self._try(id_, order)
                self.tell(f"[{number}/{len(orders)}] {trial.sight}: {id_}")
                trials.append(trial)
        except CannotGrade as error:
            return Grade(ANSWERS, seconds=monotonic() - began, why_not=str(error), printed=error.printed)
        except (ControlFailed, OSError) as error:
            return Grade(ANSWERS, seconds=monotonic() - began, why_not=str(error))
        finally:
            self._end()
        return Grade(ANSWERS, tuple(trials), self._asked(), monotonic() - began)

    def _end(self) -> None:
        try:
            self.mocks.end()
        except ControlFailed as error:
            self.tell(f"the mock could not be told to alter nothing any more: {error}")

    def _run(self, order: GradingOrder, seconds: float | None = None) -> tuple[Ran, Counter[Happened]]:
        self.mocks.give(order)
        ran = self.suite.run(seconds)
        return ran, self.mocks.seen().seen

    def _run_as_it_is(self, count: str) -> None:
        """Run it with nothing altered.

        Raises:
            CannotGrade: it is red, or no mock had a part in it.
        """
        ran, seen = self._run(GradingOrder())
        if not ran.is_green:
            raise CannotGrade(f"the {count} run, with nothing altered, is not green: {ran.told}", ran.end)
        if not _number(seen, What.MOCK):
            raise CannotGrade(
                "no mock had a part in the run: name the one that your tests use, with --mock-url", ran.end
            )
        if not _number(seen, What.LOGIN):
            raise CannotGrade("the tests are green, but no login came to its end at the mock", ran.end)
        self.tell(f"the {count} run is green ({ran.seconds:.0f} s), with {_number(seen, What.LOGIN)} logins")
        self._seen += seen
        self._longest = max(self._longest, ran.seconds)

    def _asked(self) -> dict[str, int]:
        """How often each answer was chosen, in the table's order."""
        counts: Counter[str] = Counter()
        for one, times in self._seen.items():
            if one.what is What.ASKED:
                counts[one.answer] += times
        return {send: counts[send] for send in (*SENDS, *counts) if counts[send]}

    def _orders(self) -> Iterator[tuple[str, GradingOrder]]:
        for send in self._asked():
            if send in SENDS and is_gradable(send) and self._is_picked(send):
                yield send, GradingOrder(replace=send)
        for plant in PLANTS:
            if self._is_picked(plant):
                yield plant, GradingOrder(plant=plant, slow_seconds=self.slow_seconds)

    def _is_picked(self, id_: str) -> bool:
        names = {id_, id_.partition(":")[0]}
        return not self.only or any(fnmatchcase(name, one) for one in self.only for name in names)

    def _try(self, id_: str, order: GradingOrder) -> Tried:
        kind, tests = ("answer" if order.replace else "plant"), self._tests_of(id_)
        reason = self.skips.get(id_) or self.skips.get(id_.partition(":")[0])
        if reason:
            return Tried(id_, kind, Sight.SKIPPED, tests, reason)
        if order.replace and not any(one.what is What.SENT and one.answer == id_ for one in self._seen):
            return Tried(id_, kind, Sight.NEVER_SENT, tests, "no login was answered after it was chosen")
        ran, seen = self._run(order, self._limit(order))
        if _number(seen, What.ALTERED):
            return Tried(id_, kind, Sight.BLIND if ran.is_green else Sight.NOTICED, tests, ran.told)
        if not ran.is_green:
            return Tried(id_, kind, Sight.UNSTEADY, tests, f"red though nothing was altered: {ran.told}")
        return Tried(id_, kind, Sight.UNTOUCHED, tests, _untouched(id_))

    def _limit(self, order: GradingOrder) -> float:
        """Seconds after which a run is ended: it was noticed, if only by somebody who waits."""
        slowed = order.slow_seconds * _number(self._seen, What.LOGIN) if order.plant == "slow" else 0
        return _AT_LEAST + _TIMES * self._longest + slowed

    def _tests_of(self, send: str) -> tuple[str, ...]:
        return tuple(sorted({one.test for one in self._seen if one.answer == send and one.test}))


def _untouched(id_: str) -> str:
    return f"none of your tests {IN_WORDS[id_].untouched}" if id_ in IN_WORDS else "it was not chosen this time"


def _number(seen: Counter[Happened], what: What) -> int:
    return sum(times for one, times in seen.items() if one.what is what)
