"""The page of the strength run: a picture of the whole matrix, then each paragraph's part of it to read."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fixtures import html_page
from measure.strength.plugin.plan import function_of
from measure.strength.suite import SuiteTest, Words, paragraph_of
from measure.strength.verdict import FaultVerdict, Strength

_WIDE, _HIGH = 5, 4


@dataclass(frozen=True)
class Column:
    """A test, whatever its parameters."""

    test: str
    idle: bool

    @property
    def name(self) -> str:
        """What it states, as words."""
        return self.test.rpartition("::")[2].removeprefix("test_").replace("_", " ")


@dataclass(frozen=True)
class Cell:
    """A fault and a test. ``state`` is killed, survived, broken, open (claimed, but enough was known) or none."""

    state: str
    said: str = ""


@dataclass(frozen=True)
class Row:
    """A fault and its cells."""

    verdict: FaultVerdict
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Part:
    """One paragraph of what must hold."""

    name: str
    heading: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def killed(self) -> int:
        """How many of its faults were caught."""
        return sum(row.verdict.killed for row in self.rows)


@dataclass(frozen=True)
class Dot:
    """A square of the picture."""

    x: int
    y: int
    state: str


@dataclass(frozen=True)
class Picture:
    """The whole matrix at a glance: faults down, tests across, both in the order of the paragraphs."""

    width: int
    height: int
    dot: tuple[int, int]
    dots: tuple[Dot, ...]


def parts_of(strength: Strength, tests: Sequence[SuiteTest], words: Words) -> list[Part]:
    """The matrix cut into paragraphs, each with the tests that claim something in it."""
    idle = {entry.test for entry in strength.idle}
    names = [*words.paragraphs, *sorted({verdict.fault.paragraph for verdict in strength.faults} - {*words.paragraphs})]
    parts: list[Part] = []
    for name in names:
        order = list(words.behaviours)
        claims = _claims_in(name, tests)
        claims = dict(sorted(claims.items(), key=lambda claim: min(_place(name, order) for name in claim[1])))
        columns = tuple(Column(test, test in idle) for test in claims)
        verdicts = [verdict for verdict in strength.faults if verdict.fault.paragraph == name]
        verdicts.sort(key=lambda verdict: _place(verdict.fault.behaviour, order))
        rows = tuple(Row(verdict, tuple(_cell(verdict, test, claims[test]) for test in claims)) for verdict in verdicts)
        if rows:
            parts.append(Part(name, words.paragraphs.get(name, name), columns, rows))
    return parts


def picture_of(parts: Sequence[Part]) -> Picture:
    """Draw every cell that is not empty; a test that claims in two paragraphs keeps its first column."""
    columns: dict[str, int] = {}
    dots: list[Dot] = []
    row_number = 0
    for part in parts:
        for row in part.rows:
            for column, cell in zip(part.columns, row.cells, strict=True):
                x = columns.setdefault(column.test, len(columns))
                if cell.state != "none":
                    dots.append(Dot(x * _WIDE, row_number * _HIGH, cell.state))
            row_number += 1
    return Picture(len(columns) * _WIDE, row_number * _HIGH, (_WIDE - 1, _HIGH - 1), tuple(dots))


def write_page(strength: Strength, tests: Sequence[SuiteTest], words: Words, file: Path) -> None:
    """Write one page that needs nothing else."""
    parts = parts_of(strength, tests, words)
    html_page.write_page(
        Path(__file__).parent / "templates" / "strength.html",
        file,
        strength=strength,
        parts=parts,
        picture=picture_of(parts),
        survivors=[verdict for verdict in strength.faults if not verdict.killed],
        behaviours=words.behaviours,
    )


def _claims_in(paragraph: str, tests: Sequence[SuiteTest]) -> dict[str, set[str]]:
    """The test functions that claim something of the paragraph, each with what."""
    found: dict[str, set[str]] = {}
    for test in tests:
        claims = {name for name in test.claims if paragraph_of(name) == paragraph}
        if claims:
            found.setdefault(test.function, set()).update(claims)
    return found


def _cell(verdict: FaultVerdict, test: str, claims: set[str]) -> Cell:
    if verdict.fault.behaviour not in claims:
        return Cell("none")
    for state, ended in (
        ("killed", verdict.killed_by),
        ("broken", verdict.broken),
        ("survived", verdict.survived),
    ):
        if any(function_of(name) == test for name in ended):
            first = verdict.killed_by[:1]
            said = verdict.assertion if state == "killed" and first and function_of(first[0]) == test else ""
            return Cell(state, said)
    return Cell("open")


def _place(behaviour: str, order: list[str]) -> int:
    return order.index(behaviour) if behaviour in order else len(order)
