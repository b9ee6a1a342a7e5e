"""Worlds come and go; who waits in one that goes is woken."""

import asyncio

import pytest

from mock_server.kernel.open_things import NothingOpen
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


REFUSED = [
    "", "-", "Upper", "uppeR", "under_score", "-begins", "ends-", "two--hyphens", "x" * 33, "ż", "a b", "a.b", "end\n",
    "٣",
]  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_name_that_fits_into_no_host_is_refused(name: str) -> None:
    worlds = Worlds(_ready)
    with pytest.raises(WorldNameInvalid) as refused:
        worlds.create(name)
    told = "cannot name a world: use 1–32 lower-case letters, digits and single hyphens inside"
    assert str(refused.value) == f"{name!r} {told}"
    assert list(worlds) == [MAIN]


@pytest.mark.parametrize("name", ["a", "7", "ab", "a-b", "a-b-c", "0-9", "z9", "x" * 31, "a" + "-b" * 15, "x" * 32])
def test_a_name_that_fits_is_taken_once(name: str) -> None:
    worlds = Worlds(_ready)
    made = worlds.create(name)
    assert made.name == name
    assert worlds.get(name) is made
    with pytest.raises(WorldExists) as refused:
        worlds.create(name)
    assert str(refused.value) == f"a world named {name} is there already: drop it first or choose another name"
    assert list(worlds) == [MAIN, name]


def test_every_world_is_prepared_before_anybody_sees_it() -> None:
    prepared: list[World] = []
    worlds = Worlds(prepared.append)
    made = [worlds.get(MAIN), worlds.create("a")]
    worlds.drop(MAIN)
    assert prepared == [*made, worlds.get(MAIN)]


def test_the_main_world_is_called_so() -> None:
    assert MAIN == "main"
    assert [world.name for world in map(Worlds(_ready).get, ["main"]) if world] == ["main"]


@pytest.mark.parametrize("part", ["clock", "people", "inbox", "faults", "journal", "changed"])
def test_two_worlds_share_nothing(part: str) -> None:
    one, other = World("one"), World("other")
    assert getattr(one, part) is getattr(one, part)
    assert getattr(one, part) is not getattr(other, part)


class Shelf(NothingOpen):
    """What a site may keep in a world."""


class Drawer(Shelf):
    """What another may keep."""


def test_what_a_site_keeps_is_made_at_first_use_and_then_kept() -> None:
    world = World("one")
    shelf = world.state(Shelf)
    assert type(shelf) is Shelf
    assert world.state(Shelf) is shelf
    assert type(world.state(Drawer)) is Drawer
    assert World("other").state(Shelf) is not shelf


def test_what_was_put_there_is_found() -> None:
    world, drawer = World("one"), Drawer()
    world.put(drawer)
    assert world.state(Drawer) is drawer
    assert type(world.state(Shelf)) is Shelf
