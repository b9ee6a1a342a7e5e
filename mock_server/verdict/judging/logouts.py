"""Logouts: the hub's, with a defect or without, and the person's own, which the hub answers badly."""

from dataclasses import replace

from ...check.answer import Duty, Verdict
from ..visitor.fetching import Answered
from ..visitor.trouble import Trouble
from .concluding import conclude
from .decency import faults_of
from .entering import in_as, look_again
from .outcome import Outcome, Played
from .people import Cast
from .playing import Part
from .probe import Who

_REPLAYED = "out.replayed"


async def hub_logout(part: Part) -> Played:
    """Ann and Bob are in, each in a browser; the hub asks to end Ann's session as the answer says."""
    if part.answer.id == _REPLAYED:  # it is sent with the same ID each time: once while that is new
        before = await in_as(part, part.scene.visitor(), part.cast)
        await part.scene.mock.ask_to_log_out(before, part.send)
    hers, his = part.scene.visitor(), part.scene.visitor()
    swapped = Cast(part.cast.bob, part.cast.ann)
    request = await in_as(part, hers, part.cast)
    await in_as(part, his, swapped)
    if (await part.scene.doorman.look(hers, part.cast))[0] is Who.NOBODY:
        return Played(Outcome.NOT_APPLICABLE, "a second login elsewhere had ended the first one", request_id=request)
    told = await part.scene.mock.ask_to_log_out(request, part.send)
    reply = _told(told.answer)
    if reply:
        return Played(Outcome.BROKE, reply, request_id=request)
    still = [(await part.scene.doorman.look(one, part.cast))[0].is_in for one in (hers, his)]
    outcome, reason = _ended(part.answer.verdict, hers=still[0], his=still[1])
    if part.answer.duty is Duty.EITHER and outcome is Outcome.IN and part.answer.verdict is Verdict.STAYS:
        outcome = Outcome.BESIDES
    return Played(outcome, reason, request_id=request)


def _told(answer: str | None) -> str | None:
    """What is wrong with the answer of the logout address; None where nothing is."""
    if answer is None:
        return "the logout address did not answer within 5 s"
    faults = faults_of(Answered("", 200, (), answer.encode()))
    return f"the logout address: {faults[0]}" if faults else None


def _ended(verdict: Verdict, *, hers: bool, his: bool) -> tuple[Outcome, str]:
    """What came of it, by whose session is still there."""
    if not his:
        return Outcome.BESIDES, "somebody else's session ended"
    if verdict is Verdict.ENDS:
        return (Outcome.REFUSED, "the session goes on") if hers else (Outcome.IN, "the session ended")
    return (Outcome.REFUSED, "the session goes on") if hers else (Outcome.IN, "the session ended, which must not be")


async def own_logout(part: Part) -> Played:
    """Ann logs out at the service, and the hub answers that badly: her session ends all the same."""
    visitor = part.scene.visitor()
    request = await in_as(part, visitor, part.cast, part.send)
    button = await part.scene.logout_button(visitor)
    if button is None:
        told = "no button or link logs out (name it with --logout TEXT)"
        return Played(Outcome.NOT_APPLICABLE, told, request_id=request)
    since, trouble = len(visitor.trail), None
    copied = replace(part.scene.visitor(), jar=visitor.jar.copy())
    try:
        await visitor.send(button)
    except Trouble as error:
        trouble = error
    result = await look_again(part, visitor, since, trouble)
    if result.who.is_in or (await part.scene.doorman.look(copied, part.cast))[0].is_in:
        return Played(Outcome.BESIDES, "the session goes on after logging out", result.who, request, result.came)
    return replace(conclude(part.answer, result, part.cast), request_id=request)
