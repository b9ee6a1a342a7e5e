"""The map of paths: ways to log in down the side, devices across the top, a count in each cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fixtures.html_page import write_page
from reports.paths import PathRow
from reports.told_off import ToldOff


@dataclass(frozen=True)
class Cell:
    """The paths of one way on one device."""

    total: int
    passed: int
    seconds: float
    """The mean of a path."""

    @property
    def state(self) -> str:
        """One word for the colour: none, good or bad."""
        if self.total == 0:
            return "none"
        return "good" if self.passed == self.total else "bad"


@dataclass(frozen=True)
class Line:
    """One line of the map: a whole method, or one way within it."""

    name: str
    whole: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class PathMap:
    """The whole map; its last column is the sum over all devices."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    all: Cell
    failed: tuple[PathRow, ...]


def draw(rows: Sequence[PathRow]) -> PathMap:
    """Arrange the rows as a map."""
    several = len({row.browser for row in rows}) > 1
    columns = tuple(dict.fromkeys(_column(row, several=several) for row in sorted(rows, key=_column_order)))
    lines: list[Line] = []
    for method in dict.fromkeys(row.method for row in rows):
        of_method = [row for row in rows if row.method == method]
        lines.append(Line(_words(method), True, _cells(of_method, columns, several=several)))
        ways = dict.fromkeys(sorted(_way(row) for row in of_method))
        for way in ways if len(ways) > 1 else ():
            of_way = [row for row in of_method if _way(row) == way]
            lines.append(Line(way, False, _cells(of_way, columns, several=several)))
    return PathMap(columns, tuple(lines), _cell(rows), tuple(row for row in rows if not row.passed))


def write_path_map(rows: Sequence[PathRow], file: Path, told_off: Sequence[ToldOff] = ()) -> None:
    """Write the map, and who did not look at which stories, as one page that needs nothing else."""
    write_page(Path(__file__).parent / "templates" / "paths.html", file, map=draw(rows), told_off=told_off)


def _cells(rows: Iterable[PathRow], columns: Sequence[str], *, several: bool) -> tuple[Cell, ...]:
    rows = list(rows)
    by_device = [_cell([row for row in rows if _column(row, several=several) == column]) for column in columns]
    return (*by_device, _cell(rows))


def _cell(rows: Sequence[PathRow]) -> Cell:
    seconds = sum(row.seconds for row in rows) / len(rows) if rows else 0.0
    return Cell(len(rows), sum(row.passed for row in rows), seconds)


def _column(row: PathRow, *, several: bool) -> str:
    device = _words(row.device)
    return f"{device}, {row.browser.capitalize()}" if several else device


def _column_order(row: PathRow) -> tuple[str, bool, str]:
    return row.browser, row.device != "computer", row.device


def _way(row: PathRow) -> str:
    parts = [_words(part) for part in (row.provider, row.confirmation) if part]
    return ", ".join(parts) or "directly"


def _words(name: str) -> str:
    return name.replace("_", " ")
