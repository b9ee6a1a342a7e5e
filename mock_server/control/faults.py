"""Faults: planted and lifted in one world."""

from ..kernel.faults import Fault, FaultInvalid
from .api import Api, Call, ControlRefused, Nothing

api = Api()


@api.endpoint("GET", "/worlds/{world}/faults", Nothing, dict[str, Fault])
async def list_faults(call: Call, _body: Nothing) -> dict[str, Fault]:
    """What is planted in the world."""
    return call.world.faults.planted


@api.endpoint("PUT", "/worlds/{world}/faults/{fault}", Fault, Nothing)  # type: ignore[arg-type]
async def plant(call: Call, body: Fault) -> Nothing:
    """Plant a fault under a name of your own."""
    try:
        call.world.faults.plant(call.path("fault"), body)
    except FaultInvalid as error:
        raise ControlRefused(422, str(error)) from error
    return Nothing()


@api.endpoint("DELETE", "/worlds/{world}/faults/{fault}", Nothing, Nothing)
async def lift(call: Call, _body: Nothing) -> Nothing:
    """Mend a fault."""
    call.world.faults.lift(call.path("fault"))
    return Nothing()
