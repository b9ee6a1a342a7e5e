"""Worlds: make, list, drop, reset; where their sites are; their settings."""

from ..kernel.world import WorldExists, WorldNameInvalid
from ..web.addresses import Place
from ..web.site_table import SITES
from .api import Api, Call, Message, Nothing
from .refusal import ControlRefused

api = Api()


class WorldSeen(Message):
    """A world and the browser's address of each of its sites."""

    name: str
    sites: dict[str, str]


@api.endpoint("GET", "/worlds", Nothing, list[str])
async def list_worlds(call: Call, _body: Nothing) -> list[str]:
    """The names of all worlds."""
    return sorted(call.server.worlds)


@api.endpoint("PUT", "/worlds/{world}", Nothing, WorldSeen)
async def create(call: Call, _body: Nothing) -> WorldSeen:
    """Make an empty world; 409 when the name is taken."""
    try:
        call.server.worlds.create(call.path("world"))
    except WorldNameInvalid as error:
        raise ControlRefused(422, str(error)) from error
    except WorldExists as error:
        raise ControlRefused(409, str(error)) from error
    return _seen(call)


@api.endpoint("GET", "/worlds/{world}", Nothing, WorldSeen)
async def show(call: Call, _body: Nothing) -> WorldSeen:
    """Where the sites of this world are."""
    return _seen(call)


@api.endpoint("DELETE", "/worlds/{world}", Nothing, Nothing)
async def drop(call: Call, _body: Nothing) -> Nothing:
    """Forget a world and all it owns; 404 when there is none. Dropping main empties it."""
    call.server.worlds.drop(call.world.name)
    return Nothing()


@api.endpoint("POST", "/worlds/{world}/reset", Nothing, WorldSeen)
async def reset(call: Call, _body: Nothing) -> WorldSeen:
    """Empty one world: people, clock, inbox, sessions, faults and journal begin anew."""
    name = call.world.name
    call.server.worlds.drop(name)
    if call.server.worlds.get(name) is None:
        call.server.worlds.create(name)
    return _seen(call)


def _seen(call: Call) -> WorldSeen:
    name = call.world.name
    return WorldSeen(name=name, sites={site: call.server.addresses.url(Place(site, name)) for site in SITES})
