"""Which tests walk which lines of the mock: read from what ``measure.mutants.plugin`` wrote."""

import ast
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from measure.mutants.mutant import Place
from measure.mutants.plugin import AT_IMPORT

_OF_PROGRAMS = ("tests/command/", "tests/docs/", "tests/packaging/")
"""Where tests start the mock as a program of its own, in which nobody sees what they walk."""
_DEFINITION = re.compile(r"^(?:async def|def|class) (\w+)", re.MULTILINE)


@dataclass(frozen=True)
class WalkedTest:
    """What one test walked.

    Attributes:
        digest: of the test and of what it stood on; with another the walk counts no more.
        outcome: passed, failed or skipped; a test that did not pass can tell nothing of a mutant.
        lines: by file, as the bits of a number; of a template its parts, of any other file that was served bit 0.
    """

    test: str
    digest: str
    outcome: str
    seconds: float
    lines: dict[str, int]

    @property
    def in_browser(self) -> bool:
        """Whether it is a story; unit tests are run before those."""
        return self.test.startswith("e2e/")

    @property
    def file(self) -> str:
        """Where the test stands, from the root of the project."""
        return self.test.partition("::")[0]


def read_walks(file: Path) -> dict[str, WalkedTest]:
    """The newest walk of each test; a last line that is not whole is none."""
    if not file.exists():
        return {}
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").split("\n")[:-1])
    walks = (
        WalkedTest(**{**row, "lines": {name: int(bits, 16) for name, bits in row["lines"].items()}}) for row in rows
    )
    return {walk.test: walk for walk in walks}


class Map:
    """Finds the tests that a change concerns."""

    def __init__(self, walks: Iterable[WalkedTest], root: Path) -> None:
        rows = list(walks)
        self._walks = [walk for walk in rows if walk.test != AT_IMPORT and walk.outcome == "passed"]
        self._at_import = [walk for walk in rows if walk.test == AT_IMPORT]
        self._root = root

    def covering(self, file: str, place: Place) -> list[WalkedTest]:
        """The tests that walk the place.

        What runs when a module is imported concerns those whose own file tells what it names and those that walk a
        use of that; where there are none, those that walk anything of the module, or else of those modules that
        define what the place calls.
        """
        lines = _bits(place.first, place.last)
        if place.imported:
            concerned = [*self._telling(place.names), *self._using(file, place.names)]
            by_name = {walk.test: walk for walk in concerned}
            return list(by_name.values()) or self._walking({file: self._inner[file]}) or self._called(file, place)
        direct = self._walking({file: lines})
        if not direct and any(walk.lines.get(file, 0) & lines for walk in self._at_import):
            return self._walking({file: self._inner[file]})
        return direct

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """How many tests each file of tests has."""
        return Counter(walk.file for walk in self._walks)

    def of_programs(self) -> list[WalkedTest]:
        """The tests that may walk what no other test is seen to walk."""
        return [walk for walk in self._walks if walk.test.startswith(_OF_PROGRAMS)]

    def _walking(self, lines: dict[str, int]) -> list[WalkedTest]:
        return [walk for walk in self._walks if any(walk.lines.get(file, 0) & bits for file, bits in lines.items())]

    def _telling(self, names: tuple[str, ...]) -> list[WalkedTest]:
        public = [rf"\b{name}\b" for name in names if not name.startswith("_")]
        if not public:
            return []
        files = {file for file, content in self._tests.items() if re.search("|".join(public), content)}
        return [walk for walk in self._walks if walk.file in files]

    def _using(self, file: str, names: tuple[str, ...]) -> list[WalkedTest]:
        found: dict[str, int] = {}
        for name in names:
            mention = re.compile(rf"\b{name}\b")
            for other in [file] if name.startswith("_") else self._inner:
                lines = self._sources[other].splitlines()
                found[other] = (
                    found.get(other, 0)
                    | sum(1 << number for number, line in enumerate(lines, 1) if mention.search(line))
                    & self._inner[other]
                )
        return self._walking(found)

    def _called(self, file: str, place: Place) -> list[WalkedTest]:
        lines = self._sources[file].splitlines()[place.first - 1 : place.last]
        called = set(re.findall(r"\w+", " ".join(lines)))
        defined = {other: set(_DEFINITION.findall(source)) for other, source in self._sources.items()}
        return self._walking({other: self._inner[other] for other, names in defined.items() if names & called})

    @cached_property
    def _sources(self) -> dict[str, str]:
        files = (self._root / "mock_server").rglob("*.py")
        return {file.relative_to(self._root).as_posix(): file.read_text(encoding="utf-8") for file in files}

    @cached_property
    def _tests(self) -> dict[str, str]:
        paths = {file: self._root / file for file in {walk.file for walk in self._walks}}
        return {file: path.read_text(encoding="utf-8") for file, path in paths.items() if path.exists()}

    @cached_property
    def _inner(self) -> dict[str, int]:
        """Of each file the lines within functions: those that do not run when it is imported."""
        return {file: _union(_functions(source)) for file, source in self._sources.items()}


def _functions(source: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield _bits(node.body[0].lineno, node.end_lineno or node.lineno)


def _bits(first: int, last: int) -> int:
    return (1 << last + 1) - (1 << first)


def _union(masks: Iterable[int]) -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union
