"""Faults: planted and lifted in one world, from JSON or by their name in the catalogue."""

from typing import Annotated, Any

from pydantic import Discriminator, Tag

from ..faults.catalogue import CATALOGUE
from ..kernel.faults import Fault, FaultInvalid, Outage, PlantedFault, RuleFault, TemplateFault
from ..kernel.near import beginning, resembling
from .api import Api, Call, Message, Nothing
from .fault_sense import require_that_it_shows
from .refusal import ControlRefused

api = Api()
_LONGEST_NAME = 100
_KINDS = {"rule": "RuleFault", "template": "TemplateFault", "site": "Outage"}
"""By the field that tells."""


def _kind(fault: Any) -> str | None:  # noqa: ANN401 - any JSON
    return next((kind for field, kind in _KINDS.items() if isinstance(fault, dict) and field in fault), None)


WrittenFault = Annotated[
    Annotated[RuleFault, Tag("RuleFault")]
    | Annotated[TemplateFault, Tag("TemplateFault")]
    | Annotated[Outage, Tag("Outage")],
    Discriminator(_kind, "no_kind", "say what the fault breaks: a rule, a template or a site"),
]


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
        close = resembling(name, CATALOGUE)
        told = f"near: {', '.join(close)}" if close else "GET /control/faults lists them"
        raise ControlRefused(404, f"no fault of the catalogue is named {beginning(name)!r}; {told}")
    return _plant(call, CATALOGUE[name].fault)


@api.endpoint("PUT", "/worlds/{world}/faults/{fault}", WrittenFault, Nothing)  # type: ignore[arg-type]
async def plant(call: Call, body: Fault) -> Nothing:
    """Plant a fault of your own under a name of your own; one that could never show is refused."""
    _require_own_name(call.path("fault"))
    try:
        require_that_it_shows(body, call.world.faults.template_changes())
    except FaultInvalid as error:
        raise ControlRefused(422, str(error)) from error
    return _plant(call, body)


@api.endpoint("DELETE", "/worlds/{world}/faults/{fault}", Nothing, Nothing)
async def lift(call: Call, _body: Nothing) -> Nothing:
    """Mend a fault."""
    call.world.faults.lift(call.path("fault"))
    return Nothing()


def _plant(call: Call, fault: PlantedFault) -> Nothing:
    try:
        call.world.faults.plant(call.path("fault"), fault)
    except FaultInvalid as error:
        raise ControlRefused(422, str(error)) from error
    return Nothing()


def _require_own_name(name: str) -> None:
    """Refuse a name that could not be told apart or written down.

    Raises:
        ControlRefused: 422, with what to do.
    """
    if name in CATALOGUE:
        raise ControlRefused(422, f"{name} is a fault of the catalogue: POST it, or give yours another name")
    if not name.strip(".") or len(name) > _LONGEST_NAME or not name.isprintable():
        raise ControlRefused(422, f"a fault's name has 1 to {_LONGEST_NAME} printable characters, not only dots")
