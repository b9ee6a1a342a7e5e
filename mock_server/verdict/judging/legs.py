"""What the browser brings back, where it is not the hub's form as it came."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ...check.answer import BrowserLeg
from ..visitor.page import Form
from ..visitor.trouble import Trouble
from ..visitor.visitor import Visitor

AS_IT_CAME = BrowserLeg()


@dataclass(frozen=True)
class Brought:
    """One browser after it brought something back, and what went wrong."""

    visitor: Visitor
    since: int
    trouble: Trouble | None


def form_of(leg: BrowserLeg, back: Form, values: Mapping[str, str]) -> Form | None:
    """The form as the leg has it; None where nothing is posted.

    Args:
        leg: of the answer.
        back: the hub's form.
        values: of what stands in braces.
    """
    if leg.fields is None:
        return None
    if leg.fields == AS_IT_CAME.fields:
        return back
    return replace(back, fields=tuple((name, _filled(text, values)) for name, text in leg.fields))


def _filled(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


async def bring(visitor: Visitor, form: Form, leg: BrowserLeg, initiator: str) -> list[Brought]:
    """Post the form as often as the leg says, each time in a browser with the cookies of before.

    Args:
        visitor: whose browser it is.
        form: to post.
        leg: of the answer.
        initiator: the hub's page that the form came on.
    """
    browsers = [_browser(visitor, leg) for _ in range(leg.times)]
    if leg.at_once:
        return list(await asyncio.gather(*(bring_once(one, form, initiator) for one in browsers)))
    return [await bring_once(one, form, initiator) for one in browsers]


def _browser(visitor: Visitor, leg: BrowserLeg) -> Visitor:
    if leg.times == 1 and leg.cookies:
        return visitor
    copy = replace(visitor, jar=visitor.jar.copy(), trail=[])
    if not leg.cookies:
        copy.jar.clear()
    return copy


async def bring_once(visitor: Visitor, form: Form, initiator: str) -> Brought:
    """Post a form once; whatever goes wrong is told."""
    since = len(visitor.trail)
    try:
        await visitor.come_back(form, initiator)
    except Trouble as trouble:
        return Brought(visitor, since, trouble)
    return Brought(visitor, since, None)
