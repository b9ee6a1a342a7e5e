"""Which conditions meet which places: every cell that makes sense, or a share in which each row meets a few others."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from e2e.poor_conditions.conditions import CONDITIONS, Condition
from e2e.poor_conditions.forms import ARRIVAL, FORMS, PASSING_ON
from e2e.poor_conditions.place import Place
from e2e.poor_conditions.waiting import COPY, EDO_APP, PUSH, QR, READER, SESSION

PLACES: tuple[Place, ...] = (PUSH, QR, COPY, EDO_APP, READER, SESSION, *FORMS, PASSING_ON, ARRIVAL)
_A_FEW = 2


@dataclass(frozen=True)
class Cell:
    """One condition at one place."""

    condition: Condition
    place: Place

    @property
    def id(self) -> str:
        """Its name in the report."""
        return f"{self.condition.id}-{self.place.id}"


CELLS: tuple[Cell, ...] = tuple(
    Cell(condition, place) for condition in CONDITIONS for place in PLACES if not condition.spares(place)
)


def share(cells: Iterable[Cell] = CELLS) -> list[Cell]:
    """A few cells of each condition, and a few of each place: the first that add to both, then to either."""
    met: Counter[str] = Counter()
    kept: list[Cell] = []
    for wanted in (all, any):
        for cell in _spread(cells):
            names = (cell.condition.id, cell.place.id)
            if cell not in kept and wanted(met[name] < _A_FEW for name in names):
                kept.append(cell)
                met.update(names)
    return kept


def _spread(cells: Iterable[Cell]) -> list[Cell]:
    """Not one condition after another: so each meets other places first."""

    def diagonal(cell: Cell) -> tuple[int, int]:
        row, column = CONDITIONS.index(cell.condition), PLACES.index(cell.place)
        return (column - row) % len(PLACES), row

    return sorted(cells, key=diagonal)
