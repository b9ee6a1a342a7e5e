"""How long a session lasts: as the hub says, and where nobody does anything. Begun early and looked at late."""

import asyncio

from ..judging.scene import Scene
from ..visitor.trouble import Trouble
from .look import Look, Sign, look

_SESSION = 5
"""Seconds after which the hub wants a session to end."""
_SKEW, _MARGIN = 60, 5
"""Seconds by which clocks may be apart, and that a service may take."""
_HUB_WHY = "the hub has ended the login, and the service goes on as if it had not"


async def look_at(scene: Scene, idle: float | None) -> list[Look]:
    """What is told of sessions that nobody ends.

    Args:
        scene: the service and the mock.
        idle: seconds after which the service says that an idle session ends; None where nobody said so.
    """
    return list(await asyncio.gather(_as_the_hub_says(scene), _idle(scene, idle)))


async def _as_the_hub_says(scene: Scene) -> Look:
    is_in = await _still_in(scene, _SKEW + _SESSION + _MARGIN, _SESSION)
    if is_in is None:
        return Look("session.hub_end", Sign.UNSEEN, f"a login whose session is to end after {_SESSION} s did not work")
    told = f"{_SKEW + _MARGIN} s after SessionNotOnOrAfter the session {'goes on' if is_in else 'is over'}"
    return look("session.hub_end", not is_in, told, _HUB_WHY, "saml-core 2.7.2")


async def _idle(scene: Scene, idle: float | None) -> Look:
    if idle is None:
        return Look("session.idle", Sign.UNSEEN, "nobody waited for an idle session to end (--idle SECONDS)")
    is_in = await _still_in(scene, idle + _MARGIN)
    if is_in is None:
        return Look("session.idle", Sign.UNSEEN, "the login did not work")
    told = f"after {idle:g} s in which nobody did anything the session {'goes on' if is_in else 'is over'}"
    return look("session.idle", not is_in, told, "who finds the browser open is in", "ASVS 5.0 7.3.1")


async def _still_in(scene: Scene, seconds: float, session: int | None = None) -> bool | None:
    """Whether somebody is in so long after they logged in; None where they never were."""
    try:
        async with scene.cast() as cast:
            visitor = scene.visitor()
            asked = await scene.begin(visitor)
            await scene.mock.choose_good(asked.request_id, session)
            await scene.bring_back(visitor, await scene.identified(visitor, asked, cast.ann))
            if not (await scene.doorman.look(visitor, cast))[0].is_in:
                return None
            await asyncio.sleep(seconds)
            return (await scene.doorman.look(visitor, cast))[0].is_in
    except Trouble:
        return None
