"""A change of some characters of a source."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from measure.mutants.mutant import Mutant, Place, mutant_of

S = TypeVar("S")


@dataclass(frozen=True)
class Edit:
    """These characters, from the first to before the last, become others."""

    start: int
    end: int
    text: str


class Change(Protocol):
    """A change that could be made; making it costs more than knowing of it."""

    @property
    def file(self) -> str:
        """From the root of the project."""

    @property
    def line(self) -> int:
        """Where it begins."""

    @property
    def number(self) -> int:
        """Of the change among all of its file."""

    def mutant(self) -> Mutant:
        """Make it."""


@dataclass(frozen=True)
class Edited:
    """A change that an edit makes."""

    file: str
    line: int
    number: int
    operator: str
    place: Place
    source: str
    edit: Edit

    def mutant(self) -> Mutant:
        """Make the change."""
        code = self.source[: self.edit.start] + self.edit.text + self.source[self.edit.end :]
        return mutant_of(self.file, self.operator, self.place, self.source, code)


def changes(
    file: str,
    source: str,
    parsed: S,
    operators: Mapping[str, Callable[[S], Iterable[Edit]]],
    place_of: Callable[[int], Place],
) -> list[Edited]:
    """Every change that the operators offer for what was parsed of a file; none that changes nothing."""
    found: list[Edited] = []
    for name, operator in operators.items():
        for edit in operator(parsed):
            if source[edit.start : edit.end] != edit.text:
                line = source.count("\n", 0, edit.start) + 1
                found.append(Edited(file, line, len(found), name, place_of(edit.start), source, edit))
    return found


def whole_file(*_where: object) -> Place:
    """A file that is served as it stands is felt by everybody to whom it is served."""
    return Place(0, 0)
