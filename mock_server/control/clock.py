"""The world's clock: read, set, advance, freeze, resume."""

from datetime import datetime, timedelta

from ..kernel.world import World
from .api import Api, Call, ControlRefused, Message, Nothing

api = Api()


class ClockSeen(Message):
    """The world's time, and whether it stands still."""

    now: datetime
    frozen: bool


class SetClock(Message):
    """An aware time, as in ``2026-01-31T12:00:00+01:00``."""

    now: datetime


class Advance(Message):
    """By how many seconds; negative moves back."""

    seconds: float


@api.endpoint("GET", "/worlds/{world}/clock", Nothing, ClockSeen)
async def read(call: Call, _body: Nothing) -> ClockSeen:
    """What time it is in the world."""
    return _seen(call.world)


@api.endpoint("PUT", "/worlds/{world}/clock", SetClock, ClockSeen)
async def set_clock(call: Call, body: SetClock) -> ClockSeen:
    """Move the clock to a time."""
    try:
        call.world.clock.set(body.now)
    except ValueError as error:
        raise ControlRefused(422, str(error)) from error
    return _moved(call.world)


@api.endpoint("POST", "/worlds/{world}/clock/advance", Advance, ClockSeen)
async def advance(call: Call, body: Advance) -> ClockSeen:
    """Move the clock by some seconds."""
    call.world.clock.advance(timedelta(seconds=body.seconds))
    return _moved(call.world)


@api.endpoint("POST", "/worlds/{world}/clock/freeze", Nothing, ClockSeen)
async def freeze(call: Call, _body: Nothing) -> ClockSeen:
    """Let time stand still; the clock can still be moved."""
    call.world.clock.freeze()
    return _moved(call.world)


@api.endpoint("POST", "/worlds/{world}/clock/resume", Nothing, ClockSeen)
async def resume(call: Call, _body: Nothing) -> ClockSeen:
    """Let time run again."""
    call.world.clock.resume()
    return _moved(call.world)


def _moved(world: World) -> ClockSeen:
    world.changed.notify()
    return _seen(world)


def _seen(world: World) -> ClockSeen:
    return ClockSeen(now=world.clock.now(), frozen=world.clock.is_frozen)
