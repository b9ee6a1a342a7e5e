"""What all walks together say of each assertion."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from measure.assertions.reasons import Reason, reason_for
from measure.assertions.story import ARRIVAL
from measure.assertions.walked import Answer, Walk

MOST = 5.0
"""The share, in percent, of the assertions that may hold already, each with a reason."""


@dataclass(frozen=True)
class Assertion:
    """What one line of a story asserts by one step, over all walks that passed there.

    All that a step expects is one assertion: it is empty where all of it was so already. An arrival only tells which
    page is there: it is empty where nothing else that is expected after the same act is new either.

    Attributes:
        file: of the story.
        line: its number.
        words: what the line says.
        step: the method of a page object, ``arrival``, or the name of Playwright's assertion.
        parts: the lines that state it, each with the name of Playwright's assertion.
        negative: whether it expects only that something is not so.
        asked: how often it was asked before the act after which it stands.
        held: how often it was so already.
        struck: whether a fault has turned its line red; None where no fault was planted.
        reason: why it may be empty; nothing where nobody has said.
    """

    file: str
    line: int
    words: str
    step: str
    parts: tuple[str, ...]
    negative: bool
    asked: int
    held: int
    struck: bool | None
    reason: str

    @property
    def is_empty(self) -> bool:
        """Whether it held before every time: no code has to make it true, or, of a negative one, is seen to."""
        return self.held == self.asked


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
        return tuple(one for one in self.positive if one.is_empty)

    @property
    def unexplained(self) -> tuple[Assertion, ...]:
        """The empty ones for which nobody has given a reason."""
        return tuple(one for one in self.empty if not one.reason)

    @property
    def negative(self) -> tuple[Assertion, ...]:
        """Those that expect that something is not so, was not so before, and that no fault has turned red."""
        return tuple(one for one in self.assertions if one.negative and one.is_empty and not one.struck)

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
    asked: dict[tuple[str, str], list[_Asked]] = defaultdict(list)
    for walk in known:
        for story, step, one in _asked_in(walk):
            asked[story, step].append(one)
    found: list[Assertion] = []
    for (story, step), times in asked.items():
        file, _, number = story.rpartition(":")
        words = words_of(file, int(number))
        found.append(
            Assertion(
                file,
                int(number),
                words,
                step,
                parts=tuple(dict.fromkeys(f"{part.stated} {part.what}" for one in times for part in one.parts)),
                negative=all(part.negative for one in times for part in one.parts),
                asked=len(times),
                held=sum(one.held for one in times),
                struck=None if struck is None else story in struck,
                reason=reason_for(file, words, step, reasons),
            )
        )
    found.sort(key=lambda one: (one.file, one.line, one.step))
    return Verdict(
        tuple(found),
        sum(walk.outcome == "passed" for walk in known),
        tuple(sorted(walk.test for walk in known if walk.lost)),
        tuple(sorted(walk.test for walk in known if walk.outcome == "failed")),
    )


@dataclass(frozen=True)
class _Asked:
    """An assertion as it was asked before one act."""

    parts: tuple[Answer, ...]
    held: bool


def _asked_in(walk: Walk) -> Iterator[tuple[str, str, _Asked]]:
    lines: dict[tuple[int, str], list[Answer]] = defaultdict(list)
    for answer in walk.answers:
        lines[answer.act, answer.story].append(answer)
    for (act, story), line in lines.items():
        for step in dict.fromkeys(answer.step for answer in line):
            parts = tuple(answer for answer in line if answer.step == step)
            together = [answer for answer in walk.answers if answer.act == act] if step == ARRIVAL else parts
            yield story, step, _Asked(parts, all(part.held for part in together))
