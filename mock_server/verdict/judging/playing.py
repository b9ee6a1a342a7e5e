"""Sending one answer, and asking what came of it."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, replace

from ...check.answer import Answer, BrowserLeg, Verdict
from .concluding import Result, look
from .judged import Told, judged, values_sent
from .legs import AS_IT_CAME, Brought, bring, form_of
from .listener import Listener, listening
from .outcome import Played
from .people import Cast
from .scene import Scene, own_answers

_POSTED = ("forged", "genuine", "own", "bomb")


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


async def play_login(part: Part) -> Played:
    """Log in, have the answer sent, and look who is in.

    Raises:
        Trouble: no login could be begun.
        ControlFailed: the mock cannot send this here.
    """
    scene, cast, leg = part.scene, part.cast, part.leg
    async with AsyncExitStack() as around:
        listener = await around.enter_async_context(listening()) if wants_listener(part.answer) else None
        visitor = scene.visitor()
        asked = await scene.begin(visitor)
        earlier = await _earlier(part)
        address = listener.address if listener else None
        await scene.mock.choose(asked.request_id, part.send, cast, earlier=earlier, listener=address)
        back = await scene.identified(visitor, asked, cast.ann)
        values = await _values(part, listener)
        form = form_of(leg, back, values)
        brought = await bring(visitor, form, leg) if form else []
        results = [await _look(part, one) for one in brought]
        sent = await scene.mock.sent(asked.request_id)
        told = Told(results, cast, values_sent(sent, form), listener)
        played = judged(part.answer, told)
        return replace(played, request_id=asked.request_id)


def wants_listener(answer: Answer) -> bool:
    """Whether somebody must count who calls."""
    return "listener" in answer.needs or answer.verdict is Verdict.NOT_FOLLOWED


async def _earlier(part: Part) -> str | None:
    """The request of a login that was well answered before, where the answer repeats something of it."""
    return await _good_login(part) if "earlier" in part.answer.needs else None


async def _good_login(part: Part) -> str:
    """The request of a login of Ann's that was well answered, in another browser."""
    visitor = part.scene.visitor()
    asked = await part.scene.begin(visitor)
    await part.scene.mock.choose_good(asked.request_id)
    await part.scene.bring_back(visitor, await part.scene.identified(visitor, asked, part.cast.ann))
    return asked.request_id


async def _values(part: Part, listener: Listener | None) -> dict[str, str]:
    """What the leg names besides what the hub's form holds."""
    scene, leg, cast = part.scene, part.leg, part.cast
    values = {"evil": listener.address if listener else "http://evil.example/"}
    if leg.other:
        visitor = scene.visitor()
        asked = await scene.begin(visitor)
        back = await scene.identified(visitor, asked, cast.ann if leg.other == "Ann" else cast.bob)
        values |= {"other_artifact": back.value("SAMLart"), "other_relay_state": back.value("RelayState")}
    named = [name for name in _POSTED if any(f"{{{name}}}" in text for _, text in leg.fields or ())]
    if named:
        posted = await scene.mock.posted(await _good_login(part))
        values |= {name: str(getattr(posted, name)) for name in named}
    return values


async def _look(part: Part, brought: Brought) -> Result:
    came = own_answers(brought.visitor.trail, part.scene.fetcher, brought.since)
    return await look(part.scene, brought.visitor, part.cast, came, brought.trouble)
