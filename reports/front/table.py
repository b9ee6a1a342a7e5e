"""The table of ways: ways to log in down the side, devices and browsers across the top, a count in each cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fixtures.names import name_of, provider_name
from reports.front.counted import Counted, counted
from reports.front.picture import anchor_of
from reports.paths import PathRow


@dataclass(frozen=True)
class Line:
    """One line of the table: a whole method, or one way within it.

    Attributes:
        anchor: where its tests are listed.
    """

    name: str
    whole: bool
    cells: tuple[Counted, ...]
    anchor: str


@dataclass(frozen=True)
class Table:
    """The whole table; its last column is the sum over all devices."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Listed:
    """The paths of one provider within a method, one by one."""

    name: str
    anchor: str
    first_of: str
    """The anchor of the method, at the first of its providers."""
    rows: tuple[PathRow, ...]
    count: Counted


def arrange(rows: Sequence[PathRow]) -> Table:
    """Arrange the rows as a table."""
    several = len({row.browser for row in rows}) > 1
    columns = tuple(dict.fromkeys(_column(row, several=several) for row in sorted(rows, key=_column_order)))
    lines: list[Line] = []
    for method in dict.fromkeys(row.method for row in rows):
        of_method = [row for row in rows if row.method == method]
        cells = _cells(of_method, columns, several=several)
        lines.append(Line(name_of(method), True, cells, anchor_of((method,))))
        ways = dict.fromkeys((row.provider, row.confirmation) for row in of_method)
        for way in ways if len(ways) > 1 else ():
            of_way = [row for row in of_method if (row.provider, row.confirmation) == way]
            cells = _cells(of_way, columns, several=several)
            lines.append(Line(_way(of_way[0]), False, cells, anchor_of((method, way[0]))))
    return Table(columns, tuple(lines))


def listed(rows: Sequence[PathRow]) -> list[Listed]:
    """All paths by method and provider."""
    groups: dict[tuple[str, str], list[PathRow]] = {}
    for row in rows:
        groups.setdefault((row.method, row.provider), []).append(row)
    seen: set[str] = set()
    found = []
    for (method, provider), group in groups.items():
        first = "" if method in seen else anchor_of((method,))
        seen.add(method)
        name = f"{name_of(method)}: {provider_name(method, provider)}"
        found.append(Listed(name, anchor_of((method, provider)), first, tuple(group), counted(group)))
    return found


def _cells(rows: Iterable[PathRow], columns: Sequence[str], *, several: bool) -> tuple[Counted, ...]:
    rows = list(rows)
    by_device = [counted(row for row in rows if _column(row, several=several) == column) for column in columns]
    return (*by_device, counted(rows))


def _column(row: PathRow, *, several: bool) -> str:
    device = name_of(row.device)
    return f"{device}, {name_of(row.browser)}" if several else device


def _column_order(row: PathRow) -> tuple[str, bool, str]:
    return row.browser, row.device != "computer", row.device


def _way(row: PathRow) -> str:
    parts = [provider_name(row.method, row.provider) if row.provider else "", name_of(row.confirmation)]
    return ", ".join(filter(None, parts)) or "directly"
