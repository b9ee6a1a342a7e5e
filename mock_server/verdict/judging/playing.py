"""Sending one answer by one login, and asking what came of it."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, replace

from ...check.answer import Answer, BrowserLeg, Need, Verdict
from ..visitor.page import Form
from ..visitor.visitor import Visitor
from .concluding import Result, look
from .judged import Told, judged, values_sent
from .legs import AS_IT_CAME, Brought, bring, bring_once, form_of
from .listener import listening
from .needs import why_not
from .outcome import Outcome, Played
from .people import Cast
from .scene import Scene, own_answers
from .values import Held, second_login, values_of

_LISTENED = {Verdict.NOT_FOLLOWED, Verdict.NOT_OUTSIDE}


@dataclass(frozen=True)
class Part:
    """One answer and one way to send it, and who plays."""

    scene: Scene
    answer: Answer
    send: str
    cast: Cast

    @property
    def leg(self) -> BrowserLeg:
        """What the browser does."""
        return self.answer.leg_of(self.send) or AS_IT_CAME

    @property
    def is_listened_to(self) -> bool:
        """Whether somebody must count who calls."""
        return Need.LISTENER in self.answer.needs or self.answer.verdict in _LISTENED


async def play_login(part: Part) -> Played:
    """Log in, have the answer sent, and look who is in.

    Raises:
        Trouble: no login could be begun.
        ControlFailed: the mock cannot send this here.
    """
    scene, cast, leg = part.scene, part.cast, part.leg
    async with AsyncExitStack() as around:
        listener = await around.enter_async_context(listening()) if part.is_listened_to else None
        earlier = await good_login(part) if Need.EARLIER in part.answer.needs else None
        visitor = scene.visitor()
        second = await second_login(scene, leg, cast, visitor)
        asked = await scene.begin(visitor)
        reason = why_not(part.answer, asked, scene.fetcher.reach.mock)
        if reason:
            return Played(Outcome.NOT_APPLICABLE, reason)
        address = listener.address if listener else None
        await scene.mock.choose(asked.request_id, part.send, cast, earlier=earlier, listener=address)
        back = await scene.identified(visitor, asked, cast.ann)
        own = Held(visitor, asked.request_id, visitor.page.address if visitor.page else "", back)
        values = await values_of(scene, leg, cast, own, second, listener=listener)
        form = form_of(leg, back, values)
        results = [await _look(part, one) for one in await _brought(part, own, second, form)]
        sent = await scene.mock.sent(asked.request_id)
        asked_for = await scene.mock.questions(back.value("SAMLart")) if _asks_once(part) else ()
        told = Told(results, cast, values_sent(sent, form), listener, asked_for)
        return replace(judged(part.answer, told), request_id=asked.request_id)


def _asks_once(part: Part) -> bool:
    return part.answer.verdict is Verdict.ONE_QUESTION


async def good_login(part: Part) -> str:
    """The request of a login of Ann's that was well answered, in another browser."""
    visitor = part.scene.visitor()
    asked = await part.scene.begin(visitor)
    await part.scene.mock.choose_good(asked.request_id)
    await part.scene.bring_back(visitor, await part.scene.identified(visitor, asked, part.cast.ann))
    return asked.request_id


async def _brought(part: Part, own: Held, second: Held | None, form: Form | None) -> list[Brought]:
    """Bring back what the leg says, in the browser that it says."""
    if second and len(part.leg.posted) > 1:
        held = {"own": own, "other": second}
        return [await bring_once(own.visitor, held[which].back, held[which].hub) for which in part.leg.posted]
    if form is None:
        return []
    return await bring(_bringer(part, own, second), form, part.leg, own.hub)


def _bringer(part: Part, own: Held, second: Held | None) -> Visitor:
    """Whose browser brings the answer back."""
    if part.leg.browser == "new":
        return part.scene.visitor()
    return second.visitor if second and part.leg.browser == "other" else own.visitor


async def _look(part: Part, brought: Brought) -> Result:
    came = own_answers(brought.visitor.trail, part.scene.fetcher, brought.since)
    return await look(part.scene, brought.visitor, part.cast, came, brought.trouble)
