"""What a service made of one answer, and what that is worth."""

from dataclasses import dataclass, field
from enum import StrEnum

from ...check.answer import Answer, Duty
from ..visitor.fetching import Answered
from .probe import Who


class Outcome(StrEnum):
    """What came of it."""

    REFUSED = "refused with a decent answer"
    IN = "let in"
    WRONG = "let in as the wrong person"
    BROKE = "broke down"
    BESIDES = "did what it must not do"
    """Judged by something else than who is in: a listener that was called, say."""
    NOT_APPLICABLE = "not applicable"
    NOT_JUDGED = "not judged"


class Ruling(StrEnum):
    """What an outcome is worth, worst last."""

    RIGHT = "as it must be"
    ADVICE = "advice"
    SKIPPED = "skipped"
    NOT_APPLICABLE = "not applicable"
    NOT_JUDGED = "not judged"
    UNSTEADY = "unsteady"
    REFUSING = "refusing a good one"
    BREAKING = "breaking"
    NOT_KEPT = "doing what it must not"
    LETTING_IN = "letting in"

    @property
    def is_finding(self) -> bool:
        """Whether it makes the verdict a bad one."""
        return self in {Ruling.UNSTEADY, Ruling.REFUSING, Ruling.BREAKING, Ruling.NOT_KEPT, Ruling.LETTING_IN}

    @property
    def is_judged(self) -> bool:
        """Whether the service was asked at all."""
        return self not in {Ruling.SKIPPED, Ruling.NOT_APPLICABLE, Ruling.NOT_JUDGED}


_WORST = list(Ruling)


def worst(rulings: "list[Ruling]") -> Ruling:
    """The one that tells for all of them: what was not judged only where nothing was."""
    judged = [ruling for ruling in rulings if ruling.is_judged]
    return max(judged or rulings, key=_WORST.index)


@dataclass(frozen=True)
class Played:
    """One answer, sent once.

    Attributes:
        told: what happened, in one sentence.
        who: whom the probe found.
        request_id: of the login.
        trail: what the service answered from the moment on at which the answer was brought.
    """

    outcome: Outcome
    told: str
    who: Who = Who.NOBODY
    request_id: str = ""
    trail: tuple[Answered, ...] = field(default=(), repr=False)


def ruling_of(answer: Answer, played: Played) -> Ruling:
    """What an outcome is worth where a provider owes what the answer says."""
    advised = Ruling.ADVICE if answer.advice else Ruling.RIGHT
    let_in = {Duty.REFUSE: Ruling.LETTING_IN, Duty.ACCEPT: Ruling.RIGHT, Duty.EITHER: advised}
    refused = {Duty.REFUSE: Ruling.RIGHT, Duty.ACCEPT: Ruling.REFUSING, Duty.EITHER: Ruling.RIGHT}
    return {
        Outcome.REFUSED: refused[answer.duty],
        Outcome.IN: let_in[answer.duty],
        Outcome.WRONG: Ruling.LETTING_IN,
        Outcome.BROKE: Ruling.BREAKING,
        Outcome.BESIDES: Ruling.NOT_KEPT,
        Outcome.NOT_APPLICABLE: Ruling.NOT_APPLICABLE,
        Outcome.NOT_JUDGED: Ruling.NOT_JUDGED,
    }[played.outcome]
