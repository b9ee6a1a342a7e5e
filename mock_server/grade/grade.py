"""What is known of a suite once it was graded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..check.answer import Answer
from ..check.answers import SENDS
from ..check.grading import is_gradable


class Sight(StrEnum):
    """Whether a suite saw what was altered under it."""

    NOTICED = "noticed"
    """A test went red."""
    BLIND = "blind spot"
    """Something was altered, and all stayed green."""
    NEVER_SENT = "never sent"
    """A test chose an answer, but no login was answered after that: it is green whatever the service does."""
    UNTOUCHED = "untouched"
    """There was nothing to alter."""
    UNSTEADY = "unsteady"
    """A test went red, though nothing was altered."""
    SKIPPED = "skipped"

    @property
    def is_finding(self) -> bool:
        """Whether it has to be mended."""
        return self in {Sight.BLIND, Sight.NEVER_SENT}


KINDS = {"answer": "answers asked for", "plant": "plants"}


@dataclass(frozen=True)
class Tried:
    """One thing that was altered.

    Attributes:
        id: the answer in whose place the good one was sent, or the plant.
        kind: of `KINDS`.
        tests: that chose the answer, where they are known.
        told: how the run ended, or why there was none.
    """

    id: str
    kind: str
    sight: Sight
    tests: tuple[str, ...] = ()
    told: str = ""


@dataclass(frozen=True)
class Grade:
    """The whole.

    Attributes:
        table: of answers, by id.
        trials: in their order.
        asked: how often each answer was chosen, by the way to send it.
        why_not: why the suite could not be graded, if it could not.
        printed: the end of what the run printed that stood against it.
    """

    table: Mapping[str, Answer]
    trials: tuple[Tried, ...] = ()
    asked: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0
    why_not: str | None = None
    printed: str = ""

    @property
    def findings(self) -> list[Tried]:
        """What the suite does not see."""
        return [one for one in self.trials if one.sight.is_finding]

    @property
    def untested(self) -> list[str]:
        """Answers of the table that no test chose in any way."""
        chosen = {send.partition(":")[0] for send in self.asked}
        return [id_ for id_ in self.table if id_ not in chosen]

    @property
    def ungraded(self) -> list[str]:
        """Answers that a test chose, but whose replacement it need not notice."""
        return [send for send in self.asked if send in SENDS and not is_gradable(send)]

    @property
    def exit_code(self) -> int:
        """0 nothing was found, 1 something was, 2 the suite could not be graded."""
        if self.why_not is not None:
            return 2
        if self.findings:
            return 1
        return 2 if any(one.sight is Sight.UNSTEADY for one in self.trials) else 0

    @property
    def summary(self) -> str:
        """In one line."""
        parts = []
        for kind, name in KINDS.items():
            tried = [
                one for one in self.trials if one.kind == kind and one.sight not in {Sight.SKIPPED, Sight.UNTOUCHED}
            ]
            blind = sum(one.sight.is_finding for one in tried)
            parts.append(f"blind to {blind} of {len(tried)} {name}")
        parts.append(f"{len(self.untested)} of {len(self.table)} answers untested")
        for sight in (Sight.UNTOUCHED, Sight.UNSTEADY, Sight.SKIPPED):
            number = sum(one.sight is sight for one in self.trials)
            parts += [f"{number} {sight}"] if number else []
        return " · ".join(parts)
