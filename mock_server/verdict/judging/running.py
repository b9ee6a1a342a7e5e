"""The whole run: in parallel what may be, alone and last what may block a service, every finding twice more."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from time import monotonic

from ...check.answer import Answer, Need
from ...check.steering import KEY_STAGES
from ...client import ControlFailed, MockUnreachable
from ..visitor.trouble import Trouble
from .outcome import Outcome, Played, Ruling, ruling_of
from .playing import Part
from .record import Judged, record_of, unsent
from .rolling import FIXED, rolled_for
from .scene import Scene
from .scripts import script_of

AGAIN = 2
"""How often a finding is repeated before it is told."""
_STANDS_UP = 30
"""Seconds that a service has to be back after it broke down."""
_PAUSE = 0.5


@dataclass
class Run:
    """One check of a service.

    Attributes:
        scene: the service and the mock.
        wanted: what to send, in order.
        skips: reasons by id or send.
        at_once: how many logins in parallel.
        seconds: the deadline of one login with all that is asked about it.
        waits_for: what must be over before anything may block the service, or move the clock.
        tell: called after each answer is judged.
        done: what was judged, by send.
        fell: what the service was sent before it went away for good, if it did.
    """

    scene: Scene
    wanted: list[tuple[Answer, str]]
    skips: Mapping[str, str] = field(default_factory=dict)
    at_once: int = 8
    seconds: float = 120
    waits_for: Awaitable[object] | None = None
    tell: Callable[[Judged], None] = lambda _record: None
    done: dict[str, Judged] = field(default_factory=dict)
    fell: str | None = None

    async def whole(self) -> list[Judged]:
        """Judge everything that is wanted; in the order in which it was wanted."""
        left = [(answer, send) for answer, send in self.wanted if send not in self.done]
        rolling = [pair for pair in left if pair[1] in KEY_STAGES]
        alone = [pair for pair in left if pair[0].may_block or Need.CLOCK in pair[0].needs]
        doubtful = await self._in_parallel([pair for pair in left if pair not in rolling + alone])
        if doubtful:
            await self._stand_up("one of the answers that were sent at once")
        for answer, send, first in doubtful:
            await self._finish(answer, send, first)
        for answer, send in rolling:
            await self._rolled(answer, send)
        if self.waits_for:
            await self.waits_for
        for answer, send in alone:
            await self._finish(answer, send, None)
        return [self.done[send] for _, send in self.wanted]

    async def _in_parallel(self, pairs: list[tuple[Answer, str]]) -> list[tuple[Answer, str, Judged]]:
        """What must be looked at again, alone."""
        free = asyncio.Semaphore(self.at_once)
        doubtful: list[tuple[Answer, str, Judged]] = []

        async def one(answer: Answer, send: str) -> None:
            async with free:
                record = await self._once(answer, send)
            if record.ruling.is_finding:
                doubtful.append((answer, send, record))
            else:
                self._keep(record)

        await asyncio.gather(*(one(answer, send) for answer, send in pairs))
        return doubtful

    async def _rolled(self, answer: Answer, send: str) -> None:
        """Judge one that needs other keys of the hub."""
        async with rolled_for(self.scene.mock, send, self._stands) as follows:
            if follows:
                await self._finish(answer, send, None)
            else:
                self._keep(unsent(answer, send, Ruling.NOT_APPLICABLE, FIXED))

    async def _finish(self, answer: Answer, send: str, first: Judged | None) -> None:
        """Judge one alone, and repeat a finding."""
        if self.fell:
            why = f"the service was not back {_STANDS_UP} s after {self.fell}"
            self._keep(unsent(answer, send, Ruling.NOT_JUDGED, why))
            return
        records = [first or await self._once(answer, send)]
        while records[0].ruling.is_finding and len(records) <= AGAIN:
            if not await self._stand_up(send):
                break
            records.append(await self._once(answer, send))
        self._keep(_agreed(records))

    async def _once(self, answer: Answer, send: str) -> Judged:
        reason = self.skips.get(send) or self.skips.get(answer.id)
        if reason:
            return unsent(answer, send, Ruling.SKIPPED, reason)
        began = monotonic()
        played = await self._played(answer, send)
        seconds = monotonic() - began
        sent = await self.scene.mock.sent(played.request_id) if played.request_id else None
        return record_of(answer, send, ruling_of(answer, played), played, seconds, sent.changes if sent else ())

    async def _played(self, answer: Answer, send: str) -> Played:
        try:
            async with asyncio.timeout(self.seconds), self.scene.cast() as cast:
                part = Part(self.scene, answer, send, cast)
                return await script_of(part)(part)
        except MockUnreachable as error:
            return Played(Outcome.NOT_JUDGED, str(error))
        except ControlFailed as error:
            return Played(Outcome.NOT_APPLICABLE, str(error))
        except Trouble as trouble:
            return Played(Outcome.BROKE, str(trouble))
        except TimeoutError:
            return Played(Outcome.BROKE, f"it was not done after {self.seconds:g} s")
        except Exception as error:
            return Played(Outcome.NOT_JUDGED, f"the checker failed: {type(error).__name__}: {error}")

    async def _stand_up(self, send: str) -> bool:
        """Wait until a good login works again; a service that broke down may be started anew by its keeper."""
        until = monotonic() + _STANDS_UP
        while not await self._stands():
            if monotonic() > until:
                self.fell = self.fell or send
                return False
            await asyncio.sleep(_PAUSE)
        return True

    async def _stands(self) -> bool:
        try:
            async with self.scene.cast() as cast:
                visitor = self.scene.visitor()
                await self.scene.log_in(visitor, cast.ann)
                who, _page = await self.scene.doorman.look(visitor, cast)
        except Trouble:
            return False
        return who.is_in

    def _keep(self, record: Judged) -> None:
        self.done[record.send] = record
        self.tell(record)


def _agreed(records: list[Judged]) -> Judged:
    """One record of all the times an answer was sent."""
    times = tuple(record.told for record in records)
    if len({record.ruling for record in records}) == 1:
        return replace(records[0], times=times)
    worst = next(record for record in records if record.ruling.is_finding)
    told = "it differs from time to time: " + "; ".join(dict.fromkeys(times))
    return replace(worst, ruling=Ruling.UNSTEADY, told=told, times=times)
