"""From what came back and who is in to what a service did."""

from dataclasses import dataclass

from ...check.answer import Answer, Duty
from ..visitor.fetching import Answered
from ..visitor.page import Page
from ..visitor.trouble import Kind, Trouble
from ..visitor.visitor import Visitor
from .decency import faults_of
from .outcome import Outcome, Played
from .people import Cast
from .probe import Who
from .scene import Scene


@dataclass(frozen=True)
class Result:
    """What one browser got for an answer.

    Attributes:
        came: what the service answered.
        trouble: why there was no page in the end, if there was none.
        who: is in.
        shown: the page of the probe; None where it could not be had.
    """

    came: tuple[Answered, ...]
    trouble: Trouble | None
    who: Who
    shown: Page | None


async def look(
    scene: Scene, visitor: Visitor, cast: Cast, came: tuple[Answered, ...], trouble: Trouble | None
) -> Result:
    """Ask who is in; an unknown one is looked at twice, since what is told once is gone then."""
    try:
        who, page = await scene.doorman.look(visitor, cast)
        if who is Who.UNKNOWN:
            who, page = await scene.doorman.look(visitor, cast)
    except Trouble as error:
        return Result(came, trouble or error, Who.NOBODY, None)
    return Result(came, trouble, who, page)


def conclude(answer: Answer, result: Result, cast: Cast) -> Played:
    """What the service did."""
    outcome, told = _outcome(answer, result, cast)
    return Played(outcome, told, result.who, trail=result.came)


def _outcome(answer: Answer, result: Result, cast: Cast) -> tuple[Outcome, str]:
    who, trouble = result.who, result.trouble
    if trouble and trouble.kind is Kind.ELSEWHERE:
        return Outcome.BESIDES, f"the browser is led elsewhere: {trouble.told}"
    if who in {Who.BOB, Who.BOTH}:
        return Outcome.WRONG, f"let in: {who}"
    faults = _faults(result, cast)
    if who.is_in and not (faults and answer.duty is Duty.ACCEPT):
        return Outcome.IN, f"let in: {who}"
    if faults:
        return Outcome.BROKE, "; ".join(faults)
    last = result.came[-1] if result.came else None
    return Outcome.REFUSED, f"refused with status {last.status}" if last else "nobody is in"


def _faults(result: Result, cast: Cast) -> list[str]:
    """What makes a refusal an indecent one."""
    private = () if result.who.is_in else (cast.ann, cast.bob)
    faults = [str(result.trouble)] if result.trouble else []
    return list(dict.fromkeys(faults + [fault for one in result.came for fault in faults_of(one, private)]))
