"""Faults: planted and lifted in one world, from JSON or by their name in the catalogue."""

from ..app import import_every_site
from ..aside import load_aside
from ..faults.catalogue import CATALOGUE
from ..kernel.faults import Fault, FaultInvalid, PlantedFault
from .api import Api, Call, ControlRefused, Message, Nothing

api = Api()


class FaultSeen(Message):
    """A fault of the catalogue."""

    id: str
    title: str
    suffers: str
    behaviour: str
    source: str


@api.endpoint("GET", "/faults", Nothing, list[FaultSeen])
async def list_catalogue(_call: Call, _body: Nothing) -> list[FaultSeen]:
    """Every fault that can be planted by its name."""
    return [
        FaultSeen(id=f.id, title=f.title, suffers=f.suffers, behaviour=f.behaviour, source=f.source)
        for f in CATALOGUE.values()
    ]


@api.endpoint("GET", "/worlds/{world}/faults", Nothing, list[str])
async def list_planted(call: Call, _body: Nothing) -> list[str]:
    """The names of what is planted in the world."""
    return list(call.world.faults.planted)


@api.endpoint("POST", "/worlds/{world}/faults/{fault}", Nothing, Nothing)
async def plant_catalogued(call: Call, _body: Nothing) -> Nothing:
    """Plant a fault of the catalogue by its name."""
    name = call.path("fault")
    if name not in CATALOGUE:
        raise ControlRefused(404, f"no fault of the catalogue is named {name!r}: GET /control/faults lists them")
    return await _plant(call, CATALOGUE[name].fault)


@api.endpoint("PUT", "/worlds/{world}/faults/{fault}", Fault, Nothing)  # type: ignore[arg-type]
async def plant(call: Call, body: Fault) -> Nothing:
    """Plant a fault of your own under a name of your own."""
    return await _plant(call, body)


@api.endpoint("DELETE", "/worlds/{world}/faults/{fault}", Nothing, Nothing)
async def lift(call: Call, _body: Nothing) -> Nothing:
    """Mend a fault."""
    call.world.faults.lift(call.path("fault"))
    return Nothing()


async def _plant(call: Call, fault: PlantedFault) -> Nothing:
    await load_aside(import_every_site)
    try:
        call.world.faults.plant(call.path("fault"), fault)
    except FaultInvalid as error:
        raise ControlRefused(422, str(error)) from error
    return Nothing()
