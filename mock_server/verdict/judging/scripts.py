"""Answers that take more than one login to send, each by its own script; all others are sent by one login."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from ...check.answer import Verdict
from ..visitor.page import Form
from ..visitor.trouble import Trouble
from ..visitor.visitor import Visitor
from .concluding import Result, conclude
from .entering import in_as, look_again
from .legs import bring_once
from .logouts import hub_logout, own_logout
from .needs import why_not
from .outcome import Outcome, Played
from .people import Cast
from .playing import Part, play_login
from .probe import Who

_LATE = 2 * 60 * 60
"""Seconds."""
Script = Callable[[Part], Awaitable[Played]]


async def second_answer(part: Part) -> Played:
    """Ann is in; another artifact for the same request is brought in her browser, and is about Bob."""
    visitor, mock = part.scene.visitor(), part.scene.mock
    asked = await part.scene.begin(visitor)
    await mock.choose_good(asked.request_id)
    back = await part.scene.identified(visitor, asked, part.cast.ann)
    hub = visitor.page.address if visitor.page else ""
    await part.scene.bring_back(visitor, back)
    artifact = await mock.further_artifact(asked.request_id, part.send, pesel=part.cast.bob.pesel)
    result = await _bring(part, visitor, _with(back, artifact), hub)
    if result.who is Who.ANN:  # she was in before, and nobody new is
        result = replace(result, who=Who.NOBODY)
    return replace(conclude(part.answer, result, part.cast), request_id=asked.request_id)


async def switch(part: Part) -> Played:
    """Bob is in; Ann logs in in the same browser, and it is wholly hers, with a new session."""
    visitor, swapped = part.scene.visitor(), Cast(part.cast.bob, part.cast.ann)
    await in_as(part, visitor, swapped)
    before = visitor.jar.copy()
    try:
        asked = await part.scene.begin(visitor)
    except Trouble:  # who is in is offered no login: theirs began in another tab before
        visitor = part.scene.visitor()
        asked = await part.scene.begin(visitor)
        visitor.jar.add(before)
    request = asked.request_id
    await part.scene.mock.choose(request, part.send, part.cast)
    form = await part.scene.identified(visitor, asked, part.cast.ann)
    since = len(visitor.trail)
    await part.scene.bring_back(visitor, form)
    result = await look_again(part, visitor, since)
    old = replace(part.scene.visitor(), jar=before)
    still, _page = await part.scene.doorman.look(old, part.cast)
    if result.who is Who.ANN and still is Who.ANN:
        told = "the session's id of before the login now opens the other person's session"
        return Played(Outcome.BESIDES, told, result.who, request, result.came)
    if result.who is not Who.ANN and not result.trouble:
        return Played(Outcome.WRONG, f"after Ann's login the browser is in as {result.who}", result.who, request)
    return replace(conclude(part.answer, result, part.cast), request_id=request)


async def late(part: Part) -> Played:
    """Ann takes her time at the hub; its answer is a good one, and fresh."""
    visitor, mock = part.scene.visitor(), part.scene.mock
    asked = await part.scene.begin(visitor)
    reason = why_not(part.answer, asked, part.scene.fetcher.reach.mock)
    if reason:
        return Played(Outcome.NOT_APPLICABLE, reason)
    back = await part.scene.identified(visitor, asked, part.cast.ann)
    await mock.advance(_LATE)
    artifact = await mock.further_artifact(asked.request_id, part.send)
    result = await _bring(part, visitor, _with(back, artifact), visitor.page.address if visitor.page else "")
    return replace(conclude(part.answer, result, part.cast), request_id=asked.request_id)


def _with(back: Form, artifact: str) -> Form:
    return replace(back, fields=(("SAMLart", artifact), ("RelayState", back.value("RelayState"))))


async def _bring(part: Part, visitor: Visitor, form: Form, hub: str) -> Result:
    """What a browser gets for a form of the hub's page; whatever goes wrong is told."""
    brought = await bring_once(visitor, form, hub)
    return await look_again(part, visitor, brought.since, brought.trouble)


BY_ID: dict[str, Script] = {"sess.second_answer": second_answer, "sess.late": late, "out.answer_bad": own_logout}


def script_of(part: Part) -> Script:
    """How an answer is sent."""
    if part.answer.verdict in {Verdict.ENDS, Verdict.STAYS} and part.answer.id not in BY_ID:
        return hub_logout
    if part.leg.already_in:
        return switch
    return BY_ID.get(part.answer.id, play_login)
