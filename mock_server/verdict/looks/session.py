"""The session that a login opens: its cookie, its pages, and its end."""

from dataclasses import replace

from ..judging.people import Cast
from ..judging.scene import Scene, own_answers
from ..visitor.cookies import Cookie, Jar
from ..visitor.trouble import Trouble
from ..visitor.visitor import Visitor
from . import leaving, session_signs
from .look import Look, Sign, look
from .session_signs import Entered


async def look_at(scene: Scene) -> list[Look]:
    """What is told of sessions; nothing where no login works."""
    async with scene.cast() as cast:
        try:
            first = await _enter(scene, cast)
            second = await _enter(scene, Cast(cast.bob, cast.ann))
            return [
                *session_signs.ids(first, second),
                *[told for cookie in first.sessions for told in session_signs.flags(cookie, scene.start)],
                await _old_id_is_dead(scene, first),
                *session_signs.pages(first),
                *session_signs.addresses(own_answers(first.visitor.trail, scene.fetcher), first),
                *await leaving.look_at(scene, second),
            ]
        except Trouble as trouble:
            return [Look("session", Sign.UNSEEN, f"the session could not be looked at: {trouble}")]


async def _enter(scene: Scene, cast: Cast) -> Entered:
    visitor = scene.visitor()
    asked = await scene.begin(visitor)
    await scene.mock.choose_good(asked.request_id)
    form = await scene.identified(visitor, asked, cast.ann)
    before = visitor.jar.copy()
    await scene.bring_back(visitor, form)
    _who, page = await scene.doorman.look(visitor, cast)
    needed = [cookie for cookie in visitor.jar if not await _is_in_without(scene, visitor, cookie, cast)]
    return Entered(cast, visitor, before, page, tuple(needed), asked.request_id)


async def _is_in_without(scene: Scene, visitor: Visitor, cookie: Cookie, cast: Cast) -> bool:
    jar = Jar({one.key: one for one in visitor.jar if one.key != cookie.key})
    who, _page = await scene.doorman.look(replace(visitor, jar=jar, trail=[]), cast)
    return who.is_in


async def _old_id_is_dead(scene: Scene, entered: Entered) -> Look:
    old = replace(entered.visitor, jar=entered.before.copy(), trail=[])
    who, _page = await scene.doorman.look(old, entered.cast)
    return look(
        "session.old_id",
        not who.is_in,
        f"with the cookies of before the login {'somebody' if who.is_in else 'nobody'} is in",
        "who plants an id in a browser before the login shares the session afterwards",
        "ASVS 5.0 7.2.4",
    )
