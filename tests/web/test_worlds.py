"""Worlds come and go; who waits in one that goes is woken."""

import asyncio

import pytest

from mock_server.kernel.world import MAIN, World, WorldExists, WorldNameInvalid, Worlds

LONG = 60.0


def _ready(_world: World) -> None:
    """Nothing is to be prepared."""


def test_who_waits_in_a_dropped_world_is_woken_and_nobody_elsewhere() -> None:
    async def woken() -> list[bool]:
        worlds = Worlds(_ready)
        waiting = [asyncio.create_task(worlds.create(name).changed.wait(LONG)) for name in ("gone", "stays")]
        await asyncio.sleep(0)
        worlds.drop("gone")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        done = [task.done() for task in waiting]
        for task in waiting:
            task.cancel()
        return done

    assert asyncio.run(woken()) == [True, False]


def test_dropping_what_is_not_there_does_nothing() -> None:
    worlds = Worlds(_ready)
    worlds.drop("never-was")
    assert list(worlds) == [MAIN]


def test_the_main_world_is_emptied_and_stays() -> None:
    worlds = Worlds(_ready)
    before = worlds.get(MAIN)
    worlds.drop(MAIN)
    assert worlds.get(MAIN) not in {None, before}


@pytest.mark.parametrize("name", ["", "Upper", "under_score", "-begins", "ends-", "two--hyphens", "x" * 33, "ż"])
def test_a_name_that_fits_into_no_host_is_refused(name: str) -> None:
    with pytest.raises(WorldNameInvalid, match="use 1–32 lower-case letters"):
        Worlds(_ready).create(name)


def test_the_longest_name_is_taken_once() -> None:
    worlds = Worlds(_ready)
    worlds.create("x" * 32)
    with pytest.raises(WorldExists, match="is there already"):
        worlds.create("x" * 32)
