"""A check from its options to its verdict."""

import asyncio
import hashlib
import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field
from time import monotonic

from .. import __version__
from ..check.answers import ANSWERS
from ..client import Control, ControlFailed, WorldControl
from .browser.launching import browser_visitors
from .judging.baseline import CannotJudge, establish
from .judging.keeping import NAME, Keeper
from .judging.mock import Mock
from .judging.picking import picked, read_skips
from .judging.probe import Doorman, Probe
from .judging.record import Judged
from .judging.running import Run
from .judging.sameness import compared
from .judging.scene import Scene
from .judging.verdict import Verdict
from .looks import lasting
from .looks.all import look_around
from .looks.look import Look
from .options import CheckOptions
from .registering import register
from .visitor.fetching import Fetcher
from .visitor.limits import Limits
from .visitor.reach import Reach
from .visitor.visitors import Visitors


@dataclass
class Progress:
    """What is told meanwhile.

    Attributes:
        total: how many answers will be judged.
        tell: called with each, and how many have been.
    """

    tell: Callable[[Judged, int, int], None]
    total: int = 0
    done: int = field(default=0, init=False)

    def step(self, record: Judged) -> None:
        """One more was judged."""
        self.done += 1
        self.tell(record, self.done, self.total)


async def check(options: CheckOptions, mock_url: str, tell: Callable[[Judged, int, int], None]) -> Verdict:
    """Judge a service.

    Args:
        options: what was asked for.
        mock_url: the bare host of a mock that runs.
        tell: called after each answer, with how many were judged, and of how many.

    Raises:
        PickingRefused: a name in the options fits nothing.
    """
    wanted = picked(options.only, ANSWERS)
    if options.quick:
        wanted = [(answer, send) for answer, send in wanted if not answer.may_block]
    skips = read_skips(options.skip, ANSWERS) if options.skip else {}
    began = monotonic()
    try:
        with Control(mock_url, options.token, options.ca if mock_url.startswith("https:") else None) as control:
            world = await asyncio.to_thread(control.world, options.world)
            scene = scene_of(options, world, mock_url)
            document = await register(options, world, scene.fetcher)
            try:
                async with _visitors(options, scene.fetcher) as scene.visitors:
                    await establish(scene)
                    keeper = Keeper(options.output / NAME, _name_of(options))
                    run = Run(scene, wanted, skips, options.at_once, done=keeper.resume() if options.resume else {})
                    keeper.begin(run.done.values())
                    progress = Progress(tell, len(wanted) - len(run.done))

                    def keep(record: Judged) -> None:
                        keeper.keep(record)
                        progress.step(record)

                    run.tell = keep
                    records, looks = await _judged(run, options, document)
            finally:
                await scene.fetcher.close()
    except (CannotJudge, ControlFailed) as error:
        return Verdict(ANSWERS, why_not=str(error), seconds=monotonic() - began, service=options.start)
    return Verdict(ANSWERS, records, looks, monotonic() - began, service=options.start)


async def _judged(run: Run, options: CheckOptions, document: bytes | None) -> tuple[list[Judged], list[Look]]:
    """What the answers led to, and what is looked at besides where all are sent."""
    if options.only:
        return compared(await run.whole(), ANSWERS), []
    run.waits_for = lasts = asyncio.create_task(lasting.look_at(run.scene, options.idle))
    try:
        looks = await look_around(run.scene, document)
        return compared(await run.whole(), ANSWERS), looks + await lasts
    finally:
        lasts.cancel()


def scene_of(options: CheckOptions, world: WorldControl, mock_url: str) -> Scene:
    """The service of the options, and a world of a mock."""
    mock = Mock(world, options.token)
    reach = Reach(options.service, mock.origins, mock_url)
    fetcher = Fetcher(reach, Limits(seconds=options.patience), options.ca)
    probe = Probe(options.inside, options.shows, options.pointer, options.status)
    return Scene(
        fetcher, mock, options.start, options.click, Doorman(probe), options.logout, options.then, dict(options.fill)
    )


def _visitors(options: CheckOptions, fetcher: Fetcher) -> AbstractAsyncContextManager[Visitors]:
    """A real browser's, where one was asked for."""
    return nullcontext(Visitors()) if options.browser is None else browser_visitors(options.browser, fetcher)


def _name_of(options: CheckOptions) -> str:
    """What a check is of: going on makes sense only with the same service, probe and table."""
    of = [options.start, options.inside, options.shows, options.pointer, options.status, options.world, __version__]
    of += [options.browser is not None]
    table = [[one.id, one.change, str(one.duty), list(one.sends)] for one in ANSWERS.values()]
    return hashlib.sha256(json.dumps([of, table]).encode()).hexdigest()
