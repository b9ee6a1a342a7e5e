"""How many of some paths passed: what every line, box and cell of the page is coloured by."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.paths import PathRow


@dataclass(frozen=True)
class Counted:
    """Some paths.

    Attributes:
        seconds: the mean of a path.
    """

    total: int
    passed: int
    seconds: float

    @property
    def state(self) -> str:
        """One word for the colour: none, good or bad."""
        if self.total == 0:
            return "none"
        return "good" if self.passed == self.total else "bad"

    @property
    def words(self) -> str:
        """How many passed, of how many."""
        return f"{self.passed} of {self.total} passed"


def counted(rows: Iterable[PathRow]) -> Counted:
    """Count them."""
    rows = list(rows)
    seconds = sum(row.seconds for row in rows) / len(rows) if rows else 0.0
    return Counted(len(rows), sum(row.passed for row in rows), seconds)
