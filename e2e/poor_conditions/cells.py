"""Which conditions meet which places: every cell that makes sense, or a share in which each row meets a few others."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from e2e.poor_conditions.conditions import CONDITIONS, Condition
from e2e.poor_conditions.forms import ARRIVAL, FORMS, PASSING_ON
from e2e.poor_conditions.place import Place
from e2e.poor_conditions.waiting import COPY, EDO_APP, PUSH, QR, READER, SESSION
from fixtures.devices import Device

PLACES: tuple[Place, ...] = (PUSH, QR, COPY, EDO_APP, READER, SESSION, *FORMS, PASSING_ON, ARRIVAL)
_A_FEW = 2
TELLING: frozenset[str] = frozenset(
    {
        "stream-silent-mobywatel-copy",
        "stream-cut-edo-app",
        "stream-refused-push",
        "stream-refused-session",
        "slow-3g-passing-on",
        "no-scripts-push",
        "no-scripts-mobywatel-qr",
        "no-scripts-reader-reading",
        "no-scripts-methods",
        "back-to-form-reader-can",
        "back-to-form-sms",
        "back-to-passing-on-bank-confirmation",
        "given-up-elsewhere-mobywatel-qr",
        "time-passes-edo-app",
        "thawed-reader-reading",
        "tablet-methods",
        "low-wide-sms",
        "low-small-bank-confirmation",
        "text-200-methods",
        "text-200-arrival",
        "dark-mobywatel-qr",
        "dark-edo-app",
    }
)
"""Cells that a share keeps whatever else it has: a planted fault shows there, and in few others."""


@dataclass(frozen=True)
class Cell:
    """One condition at one place."""

    condition: Condition
    place: Place

    @property
    def id(self) -> str:
        """Its name in the report."""
        return f"{self.condition.id}-{self.place.id}"

    @property
    def names(self) -> tuple[str, str]:
        """Its row and its column."""
        return self.condition.id, self.place.id

    def devices(self, phones: Iterable[Device]) -> dict[str, Device]:
        """Where it is walked, by its name there: on the device of its place, and on these phones where they meet it.

        A phone shows no QR and has no reader; a condition that is a window of its own size leaves nothing of a phone's.
        """
        spared = self.condition.is_about_qr or "viewport" in self.condition.context
        meets_phones = self.place.on_phones and not self.place.by_reader and not spared
        others = [phone for phone in phones if meets_phones and phone != self.place.device]
        return {self.id: self.place.device} | {f"{self.id}-{phone.id}": phone for phone in others}


CELLS: tuple[Cell, ...] = tuple(
    Cell(condition, place) for condition in CONDITIONS for place in PLACES if not condition.spares(place)
)


def share(cells: Sequence[Cell] = CELLS) -> list[Cell]:
    """The telling cells, a few of each condition, and of each place: the first that add to both, then to either."""
    kept = [cell for cell in cells if cell.id in TELLING]
    met = Counter(name for cell in kept for name in cell.names)
    for wanted in (all, any):
        for cell in _spread(cells):
            if cell not in kept and wanted(met[name] < _A_FEW for name in cell.names):
                kept.append(cell)
                met.update(cell.names)
    return kept


def _spread(cells: Iterable[Cell]) -> list[Cell]:
    """Not one condition after another: so each meets other places first."""

    def diagonal(cell: Cell) -> tuple[int, int]:
        row, column = CONDITIONS.index(cell.condition), PLACES.index(cell.place)
        return (column - row) % len(PLACES), row

    return sorted(cells, key=diagonal)
