"""Answers that take more than one login to send, each by its own script; all others are sent by one login."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from ...check.answer import Verdict
from ..visitor.trouble import Trouble
from .concluding import conclude
from .entering import in_as, look_again
from .logouts import hub_logout, own_logout
from .outcome import Outcome, Played
from .people import Cast
from .playing import Part, play_login
from .probe import Who

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
    again = replace(back, fields=(("SAMLart", artifact), ("RelayState", back.value("RelayState"))))
    since, trouble = len(visitor.trail), None
    try:
        await visitor.come_back(again, hub)
    except Trouble as error:
        trouble = error
    result = await look_again(part, visitor, since, trouble)
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


BY_ID: dict[str, Script] = {"sess.second_answer": second_answer, "out.answer_bad": own_logout}


def script_of(part: Part) -> Script:
    """How an answer is sent."""
    if part.answer.verdict in {Verdict.ENDS, Verdict.STAYS} and part.answer.id not in BY_ID:
        return hub_logout
    if part.leg.already_in:
        return switch
    return BY_ID.get(part.answer.id, play_login)
