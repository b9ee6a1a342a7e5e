"""One row of the catalogue, and the rows of one behaviour."""

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


@dataclass(frozen=True)
class Row:
    """A fault as it is written down under its behaviour.

    Attributes:
        source: where it is another than that of the rows around it.
    """

    id: str
    title: str
    suffers: str
    fault: PlantedFault
    source: str | None = None


def breaking(behaviour: str, source: str, *rows: Row) -> tuple[CataloguedFault, ...]:
    """The faults that break one line of what must hold.

    Args:
        behaviour: that line's name.
        source: who asks for it.
        rows: the faults.
    """
    return tuple(
        CataloguedFault(row.id, row.title, row.suffers, behaviour, row.source or source, row.fault) for row in rows
    )
