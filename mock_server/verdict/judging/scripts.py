"""Answers that take more than one login to send, each by its own script; all others are sent by one login."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from ...check.answer import Verdict
from ..visitor.trouble import Trouble
from ..visitor.visitor import Visitor
from .concluding import Result, conclude, look
from .outcome import Outcome, Played
from .people import Cast
from .playing import Part, play_login
from .probe import Who
from .scene import own_answers

Script = Callable[[Part], Awaitable[Played]]


async def _in_as(part: Part, visitor: Visitor, cast: Cast, send: str | None = None) -> str:
    """Let a browser log in; the request of that login."""
    asked = await part.scene.begin(visitor)
    if send is None:
        await part.scene.mock.choose_good(asked.request_id)
    else:
        await part.scene.mock.choose(asked.request_id, send, cast)
    await part.scene.bring_back(visitor, await part.scene.identified(visitor, asked, cast.ann))
    return asked.request_id


async def _look(part: Part, visitor: Visitor, since: int, trouble: Trouble | None = None) -> Result:
    came = own_answers(visitor.trail, part.scene.fetcher, since)
    return await look(part.scene, visitor, part.cast, came, trouble)


async def second_answer(part: Part) -> Played:
    """Ann is in; another artifact for the same request is brought in her browser, and is about Bob."""
    visitor, mock = part.scene.visitor(), part.scene.mock
    asked = await part.scene.begin(visitor)
    await mock.choose_good(asked.request_id)
    back = await part.scene.identified(visitor, asked, part.cast.ann)
    hub = visitor.page.address if visitor.page else ""
    await part.scene.bring_back(visitor, back)
    artifact = await mock.further_artifact(asked.request_id, part.send, pesel=part.cast.bob.pesel)
    again = replace(back, fields=(("SAMLart", artifact), ("RelayState", back.value("RelayState"))))
    since, trouble = len(visitor.trail), None
    try:
        await visitor.send(again, hub)
    except Trouble as error:
        trouble = error
    result = await _look(part, visitor, since, trouble)
    if result.who is Who.ANN:  # she was in before, and nobody new is
        result = replace(result, who=Who.NOBODY)
    return replace(conclude(part.answer, result, part.cast), request_id=asked.request_id)


async def switch(part: Part) -> Played:
    """Bob is in; Ann logs in in the same browser, and it is wholly hers, with a new session."""
    visitor, swapped = part.scene.visitor(), Cast(part.cast.bob, part.cast.ann)
    await _in_as(part, visitor, swapped)
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
    result = await _look(part, visitor, since)
    old = replace(part.scene.visitor(), jar=before)
    still, _page = await part.scene.doorman.look(old, part.cast)
    if result.who is Who.ANN and still is Who.ANN:
        told = "the session's id of before the login now opens the other person's session"
        return Played(Outcome.BESIDES, told, result.who, request, result.came)
    if result.who is not Who.ANN and not result.trouble:
        return Played(Outcome.WRONG, f"after Ann's login the browser is in as {result.who}", result.who, request)
    return replace(conclude(part.answer, result, part.cast), request_id=request)


async def hub_logout(part: Part) -> Played:
    """Ann and Bob are in, each in a browser; the hub asks to end Ann's session as the answer says."""
    hers, his = part.scene.visitor(), part.scene.visitor()
    swapped = Cast(part.cast.bob, part.cast.ann)
    request = await _in_as(part, hers, part.cast)
    await _in_as(part, his, swapped)
    if (await part.scene.doorman.look(hers, part.cast))[0] is Who.NOBODY:
        return Played(Outcome.NOT_APPLICABLE, "a second login elsewhere had ended the first one", request_id=request)
    told = await part.scene.mock.ask_to_log_out(request, part.send)
    if told.answer is None:
        return Played(Outcome.BROKE, "the logout address did not answer within 5 s", request_id=request)
    still = [(await part.scene.doorman.look(one, part.cast))[0].is_in for one in (hers, his)]
    if not still[1]:
        return Played(Outcome.BESIDES, "somebody else's session ended", request_id=request)
    if part.answer.verdict is Verdict.ENDS and still[0]:
        return Played(Outcome.REFUSED, "the session goes on after the hub's logout", Who.ANN, request)
    if part.answer.verdict is Verdict.STAYS and not still[0]:
        return Played(Outcome.IN, "the session ended by a message that must not end it", request_id=request)
    ended = part.answer.verdict is Verdict.ENDS
    return Played(Outcome.IN if ended else Outcome.REFUSED, "as it must be", request_id=request)


async def own_logout(part: Part) -> Played:
    """Ann logs out at the service, and the hub answers that badly: her session ends all the same."""
    visitor = part.scene.visitor()
    request = await _in_as(part, visitor, part.cast, part.send)
    button = await part.scene.logout_button(visitor)
    if button is None:
        told = "no button or link logs out (name it with --logout TEXT)"
        return Played(Outcome.NOT_APPLICABLE, told, request_id=request)
    since, trouble = len(visitor.trail), None
    try:
        await visitor.send(button)
    except Trouble as error:
        trouble = error
    result = await _look(part, visitor, since, trouble)
    if result.who.is_in:
        return Played(Outcome.BESIDES, "the session goes on after logging out", result.who, request, result.came)
    return replace(conclude(part.answer, result, part.cast), request_id=request)


_BY_ID: dict[str, Script] = {"sess.second_answer": second_answer, "out.answer_bad": own_logout}


def script_of(part: Part) -> Script:
    """How an answer is sent."""
    if part.answer.verdict in {Verdict.ENDS, Verdict.STAYS} and part.answer.id not in _BY_ID:
        return hub_logout
    if part.leg.already_in:
        return switch
    return _BY_ID.get(part.answer.id, play_login)
