"""What all walks together say of each assertion."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from measure.assertions.reasons import Reason, reason_for
from measure.assertions.walked import Answer, Walk

MOST = 5.0
"""The share, in percent, of the assertions that may hold already, each with a reason."""


@dataclass(frozen=True)
class Assertion:
    """One assertion of one line of a story, over all walks that passed there.

    Attributes:
        file: of the story.
        line: its number.
        words: what the line says.
        stated: the line that states it: the story's, or one of a page object.
        what: the name of Playwright's assertion.
        negative: whether it expects that something is not so.
        asked: how often it was asked before the act after which it stands.
        held: how often it was so already.
        struck: whether a fault has turned its line red; None where no fault was planted.
        reason: why it may be empty; nothing where nobody has said.
    """

    file: str
    line: int
    words: str
    stated: str
    what: str
    negative: bool
    asked: int
    held: int
    struck: bool | None
    reason: str

    @property
    def is_empty(self) -> bool:
        """Whether it held before every time: no code has to make it true."""
        return not self.negative and self.held == self.asked


@dataclass(frozen=True)
class Verdict:
    """The whole verdict.

    Attributes:
        walked: how many tests were walked twice.
        lost: those that went another way on the second walk, and were asked up to there.
        failed: those that did not pass, and were not asked.
    """

    assertions: tuple[Assertion, ...]
    walked: int
    lost: tuple[str, ...]
    failed: tuple[str, ...]

    @property
    def positive(self) -> tuple[Assertion, ...]:
        """Those that expect that something is so."""
        return tuple(one for one in self.assertions if not one.negative)

    @property
    def empty(self) -> tuple[Assertion, ...]:
        """Those that hold without the act that they speak of."""
        return tuple(one for one in self.assertions if one.is_empty)

    @property
    def unexplained(self) -> tuple[Assertion, ...]:
        """The empty ones for which nobody has given a reason."""
        return tuple(one for one in self.empty if not one.reason)

    @property
    def negative(self) -> tuple[Assertion, ...]:
        """Those that expect that something is not so, and that no fault has turned red."""
        return tuple(one for one in self.assertions if one.negative and not one.struck)

    @property
    def share(self) -> float:
        """How many of those that were asked are empty, in percent."""
        return round(100 * len(self.empty) / len(self.positive), 2) if self.positive else 0.0

    @property
    def right(self) -> bool:
        """Whether something was asked, every empty one has a reason, and there are few of them."""
        return bool(self.positive) and not self.unexplained and self.share <= MOST and not self.failed


def conclude(
    walks: Iterable[Walk],
    reasons: Sequence[Reason],
    struck: Collection[str] | None,
    words_of: Callable[[str, int], str],
) -> Verdict:
    """Conclude; ``words_of`` tells what a line of a file says."""
    known = list(walks)
    answers: dict[tuple[str, str, str, bool], list[Answer]] = defaultdict(list)
    for walk in known:
        for answer in walk.answers:
            answers[answer.story, answer.stated, answer.what, answer.negative].append(answer)
    found: list[Assertion] = []
    for (story, stated, what, negative), asked in sorted(answers.items()):
        file, _, number = story.rpartition(":")
        words = words_of(file, int(number))
        held = sum(answer.held for answer in asked)
        is_struck = None if struck is None else story in struck
        reason = reason_for(file, words, what, reasons)
        found.append(Assertion(file, int(number), words, stated, what, negative, len(asked), held, is_struck, reason))
    found.sort(key=lambda one: (one.file, one.line))
    return Verdict(
        tuple(found),
        sum(walk.outcome == "passed" for walk in known),
        tuple(sorted(walk.test for walk in known if walk.lost)),
        tuple(sorted(walk.test for walk in known if walk.outcome == "failed")),
    )
