"""Before anything is judged: a good login works, and the probe tells it from none, for two people."""

from ..visitor.fetching import Answered
from ..visitor.trouble import Trouble
from .decency import faults_of
from .likeness import frame_of
from .people import Cast
from .probe import Who
from .scene import Scene, own_answers


class CannotJudge(Exception):
    """The service cannot be judged; the message says why and what to do."""


async def establish(scene: Scene) -> None:
    """Learn how the probe looks for nobody and for somebody.

    Raises:
        CannotJudge: a good login does not work, or cannot be told from none.
    """
    async with scene.cast() as cast:
        try:
            await _look_as_nobody(scene, cast)
            await _look_as(scene, cast, Who.ANN)
            await _look_as(scene, Cast(cast.bob, cast.ann), Who.ANN)
        except Trouble as trouble:
            raise CannotJudge(f"a good login does not work: {trouble}") from trouble


async def _look_as_nobody(scene: Scene, cast: Cast) -> None:
    probe = scene.doorman.probe
    for _ in range(2):
        visitor = scene.visitor()
        try:
            page = await visitor.open(probe.address)
        except Trouble as trouble:
            raise CannotJudge(f"the page of --inside cannot be had: {trouble}") from trouble
        if probe.shown_on(page, cast).is_in:
            raise CannotJudge(
                f"{probe.address} shows a person to a browser that never logged in: --inside must name a page, and "
                "--shows, --pointer or --status what only somebody who is in is shown"
            )
        scene.doorman.outside.append(frame_of(page))


async def _look_as(scene: Scene, cast: Cast, expected: Who) -> None:
    visitor, probe = scene.visitor(), scene.doorman.probe
    await scene.log_in(visitor, cast.ann)
    arrived = visitor.page.text[:120] if visitor.page else ""
    came = own_answers(visitor.trail, scene.fetcher)
    page = await visitor.open(probe.address)
    who = probe.shown_on(page, cast)
    if who is Who.UNKNOWN and not probe.shows:
        who = expected
    if who is not expected:
        raise CannotJudge(
            f"a good login does not show at {probe.address}: it came with status {page.answered.status} and named {who}"
            f"{_hint(visitor.jar.refused, came)}; after the login the browser showed “{arrived}” "
            f"(go on from there with --then TEXT); is {probe.address} the page, "
            f"and does it show {probe.shows or 'that status'}?"
        )
    scene.doorman.inside.append(frame_of(page))


def _hint(refused: list[str], came: tuple[Answered, ...]) -> str:
    """What else went wrong on the way."""
    broken = [f"{one.address.partition('?')[0]} gave {fault}" for one in came for fault in faults_of(one)]
    cookies = [f"a browser does not keep the cookie {why}" for why in refused]
    return "".join(f"; {told}" for told in [*broken[-1:], *cookies[-1:]])
