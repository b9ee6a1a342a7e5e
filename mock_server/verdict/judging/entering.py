"""Logging in within a script, and looking who is in afterwards."""

from ...check.answers import GOOD
from ..visitor.trouble import Trouble
from ..visitor.visitor import Visitor
from .concluding import Result, look
from .people import Cast
from .playing import Part
from .scene import own_answers


async def in_as(part: Part, visitor: Visitor, cast: Cast, send: str | None = None) -> str:
    """Let a browser log in; the request of that login."""
    asked = await part.scene.begin(visitor)
    await part.scene.mock.choose(asked.request_id, send or GOOD, cast)
    await part.scene.bring_back(visitor, await part.scene.identified(visitor, asked, cast.ann))
    return asked.request_id


async def look_again(part: Part, visitor: Visitor, since: int, trouble: Trouble | None = None) -> Result:
    """What this browser got since a moment of its trail."""
    came = own_answers(visitor.trail, part.scene.fetcher, since)
    return await look(part.scene, visitor, part.cast, came, trouble)
