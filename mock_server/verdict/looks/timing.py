"""Whether a service takes longer over one broken cipher than over another: who can time it has an oracle."""

from collections.abc import Mapping, Sequence
from statistics import median
from time import perf_counter

from ...check.answers import ANSWERS
from ..judging.people import Cast
from ..judging.scene import Scene
from ..visitor.trouble import Trouble
from .look import Look, Sign

_ID = "oracle.time"
_ROUNDS = 7
_TELLING, _CLEAR = 1.5, 3.0
"""Slowest by fastest: from which on it is advice, and from which on a finding."""
_CLEAR_SECONDS = 0.05
_WHY = "an attacker learns from the time which part of a cipher was wrong, and with many tries what is in it"


async def look_at(scene: Scene) -> list[Look]:
    """What is told of the time; a finding is measured anew before it is told."""
    try:
        told = told_of(await _measured(scene))
        if told.is_finding:
            told = min(told, told_of(await _measured(scene)), key=lambda one: one.is_finding)
    except Trouble as trouble:
        return [Look(_ID, Sign.UNSEEN, f"the time could not be measured: {trouble}")]
    return [told]


def told_of(times: Mapping[str, Sequence[float]]) -> Look:
    """What seconds tell, by the way in which the cipher was broken.

    A difference counts only where each time of the one is longer than every time of the other: of equal things, seven
    of each lie so by chance once in 3432 pairs.
    """
    slow, fast = (pick(times, key=lambda send: median(times[send])) for pick in (max, min))
    longer, shorter = median(times[slow]), median(times[fast])
    ratio = longer / shorter
    apart = min(times[slow]) > max(times[fast])
    told = f"{slow} takes {longer * 1000:.0f} ms, {fast} {shorter * 1000:.0f} ms ({ratio:.1f} times as long)"
    if not apart or ratio < _TELLING:
        return Look(_ID, Sign.GOOD, f"{len(times)} broken ciphers take about the same time: {told}", _WHY)
    clear = ratio >= _CLEAR and longer - shorter >= _CLEAR_SECONDS
    return Look(_ID, Sign.BAD if clear else Sign.ADVICE, told, _WHY, ANSWERS["enc.oracle"].source)


async def _measured(scene: Scene) -> dict[str, list[float]]:
    """Seconds from the form to the page, one login after another, each way in turn."""
    sends = ANSWERS["enc.oracle"].sends
    times: dict[str, list[float]] = {send: [] for send in sends}
    async with scene.cast() as cast:
        for _ in range(_ROUNDS):
            for send in sends:
                times[send].append(await _timed(scene, cast, send))
    return times


async def _timed(scene: Scene, cast: Cast, send: str) -> float:
    visitor = scene.visitor()
    asked = await scene.begin(visitor)
    await scene.mock.choose(asked.request_id, send, cast)
    form = await scene.identified(visitor, asked, cast.ann)
    began = perf_counter()
    await scene.bring_back(visitor, form)
    return perf_counter() - began
