"""One changed place of the source, and how it is told."""

from dataclasses import dataclass, field
from difflib import unified_diff

from measure.strength.fingerprint import digest


@dataclass(frozen=True)
class Place:
    """Where a change is felt: lines of Python, parts of a template, 0 of a file that is served whole.

    Attributes:
        first: the first line that runs differently, or runs what differs.
        last: the last.
        names: for what runs when the module is imported: the names by which other code uses it.
        imported: whether it runs when the module is imported.
    """

    first: int
    last: int
    names: tuple[str, ...] = ()
    imported: bool = False


@dataclass(frozen=True)
class Mutant:
    """A file with one change.

    Attributes:
        id: of exactly this content of this file.
        file: from the root of the project.
        line: where the change is.
        operator: the kind of change.
        was: the lines that the change replaces, without their indentation.
        becomes: what stands there instead.
        code: the whole file, changed.
    """

    id: str
    file: str
    line: int
    operator: str
    was: str
    becomes: str
    diff: str
    place: Place
    code: str = field(repr=False)


def mutant_of(file: str, operator: str, place: Place, source: str, code: str) -> Mutant:
    """Tell the change from the source to the code."""
    before, after = source.splitlines(), code.splitlines()
    lines = [*unified_diff(before, after, file, file, lineterm="", n=0)][2:]
    line = int(lines[0].split()[1].lstrip("-").partition(",")[0])
    diff = "\n".join([*unified_diff(before, after, file, file, lineterm="", n=2)][2:])
    return Mutant(digest(file, code), file, line, operator, _lines(lines, "-"), _lines(lines, "+"), diff, place, code)


def _lines(diff: list[str], sign: str) -> str:
    return " ".join(line[1:].strip() for line in diff if line.startswith(sign))
