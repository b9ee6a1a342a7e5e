"""A world: the unit of isolation. Two tests in two worlds share nothing but the process."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TypeVar

from .clock import Clock
from .faults import Faults
from .inbox import Inbox
from .journal import Journal
from .open_things import OpenThing, Store
from .people import People
from .signal import Signal

MAIN = "main"
"""The world that a person who just starts the server meets."""

_NAME = re.compile(r"(?!.*--)[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?")

State = TypeVar("State", bound=Store)


class World:
    """Owns its people, credentials, clock, inbox, sessions, faults and journal.

    Each part is made when it is first asked for, so that thousands of worlds cost only what they use.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._states: dict[type, Store] = {}

    @cached_property
    def clock(self) -> Clock:
        """What time it is here."""
        return Clock()

    @cached_property
    def people(self) -> People:
        """Who lives here."""
        return People()

    @cached_property
    def inbox(self) -> Inbox:
        """What their phones were sent."""
        return Inbox()

    @cached_property
    def faults(self) -> Faults:
        """What was planted here."""
        return Faults()

    @cached_property
    def journal(self) -> Journal:
        """Which messages went to and fro."""
        return Journal()

    @cached_property
    def changed(self) -> Signal:
        """Notified whenever a waiting page may have something new to show."""
        return Signal()

    def put(self, state: Store) -> None:
        """Let this be what ``state`` finds of its kind."""
        self._states[type(state)] = state

    def state(self, kind: type[State]) -> State:
        """What a site keeps in this world, made empty at first use."""
        found = self._states.get(kind)
        if not isinstance(found, kind):
            found = self._states[kind] = kind()
        return found

    def open_things(self) -> list[OpenThing]:
        """All that is open here."""
        stores: tuple[Store, ...] = (self.people, self.inbox, *self._states.values())
        return [thing for store in stores for thing in store.open_things()]


class WorldNameInvalid(ValueError):
    """A name that cannot be part of a host name."""


class WorldExists(ValueError):
    """A world of that name is there already."""


class Worlds:
    """All worlds of one process, by name.

    Args:
        prepare: given every new world before anybody sees it.
    """

    def __init__(self, prepare: Callable[[World], None]) -> None:
        self._prepare = prepare
        self._attend: Callable[[World], None] = lambda _world: None
        self._worlds: dict[str, World] = {}
        self._open(MAIN)

    def __iter__(self) -> Iterator[str]:
        return iter(self._worlds)

    def create(self, name: str) -> World:
        """Make an empty world.

        Raises:
            WorldNameInvalid: the name does not fit into a host name.
            WorldExists: the name is taken.
        """
        if not _NAME.fullmatch(name):
            raise WorldNameInvalid(
                f"{name!r} cannot name a world: use 1–32 lower-case letters, digits and single hyphens inside"
            )
        if name in self._worlds:
            raise WorldExists(f"a world named {name} is there already: drop it first or choose another name")
        return self._open(name)

    def attend(self, attend: Callable[[World], None]) -> None:
        """Do this to every world: to those that are there, and to each one to come. Only the last of such counts."""
        self._attend = attend
        for world in self._worlds.values():
            attend(world)

    def get(self, name: str) -> World | None:
        """The world of this name."""
        return self._worlds.get(name)

    def drop(self, name: str) -> None:
        """Forget a world and all it owns, and wake whoever still waits in it."""
        world = self._worlds.pop(name, None)
        if world:
            world.changed.notify()
        if name == MAIN:
            self._open(MAIN)

    def _open(self, name: str) -> World:
        world = self._worlds[name] = World(name)
        self._prepare(world)
        self._attend(world)
        return world
