"""Who is woken by a change, and who sleeps on."""

import asyncio
from collections.abc import Sequence

import pytest

from mock_server.kernel.signal import Signal

LONG = 60.0


async def woken(notices: Sequence[str | None], waiting: Sequence[str | None]) -> list[str | None]:
    """Which of those who wait are awake after the notices."""
    signal = Signal()
    tasks = [asyncio.create_task(signal.wait(LONG, about), name=str(about)) for about in waiting]
    await asyncio.sleep(0)
    for about in notices:
        signal.notify(about)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    awake = [about for task, about in zip(tasks, waiting, strict=True) if task.done()]
    for task in tasks:
        task.cancel()
    return awake


@pytest.mark.parametrize(
    ("notices", "awake"),
    [([None], [None, "a", "b"]), (["a"], [None, "a"]), (["a", "b"], [None, "a", "b"]), (["c"], [None]), ([], [])],
)
def test_a_change_wakes_whom_it_may_concern(notices: list[str | None], awake: list[str | None]) -> None:
    assert asyncio.run(woken(notices, [None, "a", "b"])) == awake


@pytest.mark.parametrize("about", [None, "a"])
def test_waiting_ends_by_itself_and_is_forgotten(about: str | None) -> None:
    signal = Signal()
    asyncio.run(signal.wait(0.001, about))
    assert signal._waiters == {}


def test_who_stops_waiting_is_forgotten_and_wakes_nobody() -> None:
    async def kept() -> int:
        signal = Signal()
        one, other = (asyncio.create_task(signal.wait(LONG)) for _ in range(2))
        await asyncio.sleep(0)
        one.cancel()
        await asyncio.sleep(0)
        waiting = len(signal._waiters)
        signal.notify()
        await other
        return waiting

    assert asyncio.run(kept()) == 1
