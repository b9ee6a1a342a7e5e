"""The map of the article as one picture: entries → methods → providers → destinations, and the lines between them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from fixtures.names import name_of, provider_name
from reports.front.counted import Counted, counted
from reports.paths import PathRow

_PITCH, _BOX, _GAP = 25, 21, 12
"""Pixels: from one provider to the next, the height of a box, and what parts two methods."""
_TOP = 30
Key = tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """Where the four columns stand, in pixels: each its left edge and its width."""

    name: str
    width: int
    columns: tuple[tuple[int, int], ...]


WIDE = Layout("wide", 740, ((2, 76), (166, 118), (376, 208), (658, 80)))
NARROW = Layout("narrow", 360, ((1, 48), (66, 78), (162, 138), (314, 45)))
_KEYS: tuple[tuple[str, Callable[[PathRow], Key], Callable[[PathRow], str]], ...] = (
    ("entry", lambda row: (row.entry,), lambda row: name_of(row.entry)),
    ("method", lambda row: (row.method,), lambda row: name_of(row.method)),
    ("provider", lambda row: (row.method, row.provider), lambda row: provider_name(row.method, row.provider)),
    ("goes to", lambda row: (row.destination,), lambda row: name_of(row.destination)),
)


@dataclass(frozen=True)
class Box:
    """An entry, a method, a provider or a destination, at its place; ``y`` is its middle."""

    name: str
    x: int
    y: float
    width: int
    count: Counted
    anchor: str

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.y - _BOX / 2


@dataclass(frozen=True)
class Line:
    """All paths between two boxes, as one line."""

    name: str
    curve: str
    width: float
    count: Counted
    anchor: str


@dataclass(frozen=True)
class Picture:
    """The whole map in one layout."""

    layout: Layout
    height: int
    heads: tuple[tuple[str, float], ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    box_height: int = _BOX


def draw(rows: Sequence[PathRow], layout: Layout) -> Picture:
    """Place the boxes and lay the lines; what failed comes last, so that it lies on top."""
    places = _providers(rows)
    height = int(max(places.values(), default=0) + _PITCH)
    columns = [_column(rows, number, places, height, layout) for number in range(len(_KEYS))]
    lines = [line for left, right in pairwise(range(len(_KEYS))) for line in _lines(rows, left, right, columns)]
    heads = tuple((head, left + width / 2) for (head, _, _), (left, width) in zip(_KEYS, layout.columns, strict=True))
    return Picture(
        layout,
        height,
        heads,
        tuple(box for column in columns for box in column.values()),
        tuple(sorted(lines, key=lambda line: line.count.state == "bad")),
    )


def anchor_of(key: Key) -> str:
    """The place on the page where the tests of a method, or of a provider within it, are listed."""
    return "-".join(("tests", *key))


def _providers(rows: Iterable[PathRow]) -> dict[Key, float]:
    """The height of each provider, those of a method together."""
    places: dict[Key, float] = {}
    y, last = _TOP + _PITCH / 2, ""
    for key in dict.fromkeys((row.method, row.provider) for row in rows):
        places[key] = y = y + (_GAP if last and last != key[0] else 0)
        y, last = y + _PITCH, key[0]
    return places


def _column(
    rows: Sequence[PathRow], number: int, providers: dict[Key, float], height: int, layout: Layout
) -> dict[Key, Box]:
    _, key_of, word_of = _KEYS[number]
    left, width = layout.columns[number]
    groups: dict[Key, list[PathRow]] = {}
    for row in rows:
        groups.setdefault(key_of(row), []).append(row)
    boxes = {}
    for index, (key, group) in enumerate(groups.items()):
        if number == 2:
            y = providers[key]
        elif number == 1:
            own = [place for (method, _), place in providers.items() if method == key[0]]
            y = sum(own) / len(own)
        else:
            y = _TOP + (height - _TOP) * (index + 0.5) / len(groups)
        anchor = anchor_of(key) if number in {1, 2} else "ways"
        boxes[key] = Box(word_of(group[0]), left, y, width, counted(group), anchor)
    return boxes


def _lines(rows: Sequence[PathRow], left: int, right: int, columns: Sequence[dict[Key, Box]]) -> list[Line]:
    groups: dict[tuple[Key, Key], list[PathRow]] = {}
    for row in rows:
        groups.setdefault((_KEYS[left][1](row), _KEYS[right][1](row)), []).append(row)
    return [_line(columns[left][start], columns[right][end], counted(group)) for (start, end), group in groups.items()]


def _line(start: Box, end: Box, count: Counted) -> Line:
    x, to = start.x + start.width, end.x
    middle = (x + to) / 2
    curve = f"M{x} {start.y:.1f}C{middle:.0f} {start.y:.1f} {middle:.0f} {end.y:.1f} {to} {end.y:.1f}"
    anchor = end.anchor if end.anchor != "ways" else start.anchor
    return Line(f"{start.name} → {end.name}", curve, round(0.7 + sqrt(count.total) / 4, 2), count, anchor)
