"""One row of the catalogue."""

from dataclasses import dataclass

from ..kernel.faults import PlantedFault


@dataclass(frozen=True)
class CataloguedFault:
    """A fault somebody could slip in.

    Attributes:
        id: its name: the paragraph, a dot, and what is wrong.
        title: what is wrong, in one line.
        suffers: what a user would suffer.
        behaviour: the line of what must hold that it breaks.
        source: who asks for that line.
        fault: how it is planted.
    """

    id: str
    title: str
    suffers: str
    behaviour: str
    source: str
    fault: PlantedFault
