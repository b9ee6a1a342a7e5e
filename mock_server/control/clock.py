"""The world's clock: read, set, advance, freeze, resume."""

from collections.abc import Callable
from datetime import datetime, timedelta

from pydantic import Field, FiniteFloat

from ..kernel.clock import Clock
from ..kernel.values import ClockTime
from ..kernel.world import World
from .api import Api, Call, Message, Nothing
from .refusal import ControlRefused

api = Api()
_CENTURIES = 1e10
"""Seconds; a clock has no room for more."""


class ClockSeen(Message):
    """The world's time, and whether it stands still."""

    now: datetime
    frozen: bool


class SetClock(Message):
    """An aware time, as in ``2026-01-31T12:00:00+01:00``."""

    now: ClockTime


class Advance(Message):
    """By how many seconds; negative moves back."""

    seconds: FiniteFloat = Field(ge=-_CENTURIES, le=_CENTURIES)


@api.endpoint("GET", "/worlds/{world}/clock", Nothing, ClockSeen)
async def read(call: Call, _body: Nothing) -> ClockSeen:
    """What time it is in the world."""
    return _seen(call.world)


@api.endpoint("PUT", "/worlds/{world}/clock", SetClock, ClockSeen)
async def set_clock(call: Call, body: SetClock) -> ClockSeen:
    """Move the clock to a time."""
    return _moved(call.world, lambda clock: clock.set(body.now))


@api.endpoint("POST", "/worlds/{world}/clock/advance", Advance, ClockSeen)
async def advance(call: Call, body: Advance) -> ClockSeen:
    """Move the clock by some seconds."""
    return _moved(call.world, lambda clock: clock.advance(timedelta(seconds=body.seconds)))


@api.endpoint("POST", "/worlds/{world}/clock/freeze", Nothing, ClockSeen)
async def freeze(call: Call, _body: Nothing) -> ClockSeen:
    """Let time stand still; the clock can still be moved."""
    return _moved(call.world, Clock.freeze)


@api.endpoint("POST", "/worlds/{world}/clock/resume", Nothing, ClockSeen)
async def resume(call: Call, _body: Nothing) -> ClockSeen:
    """Let time run again."""
    return _moved(call.world, Clock.resume)


def _moved(world: World, move: Callable[[Clock], None]) -> ClockSeen:
    try:
        move(world.clock)
    except ValueError as error:
        raise ControlRefused(422, str(error)) from error
    world.changed.notify()
    return _seen(world)


def _seen(world: World) -> ClockSeen:
    return ClockSeen(now=world.clock.now(), frozen=world.clock.is_frozen)
