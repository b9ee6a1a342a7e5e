"""Which changes are tried: a sample that a seed draws, of every kind of source alike."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, islice, zip_longest
from pathlib import Path

from measure.mutants.languages.edit import Change
from measure.mutants.languages.known import KINDS, LANGUAGES, Language
from measure.mutants.mutant import Mutant
from measure.strength.fingerprint import digest

_ROOM = "mock_server"
_NOT = ("mock_server/faults/", "mock_server/shared/patient/catalogue.py", "mock_server/pytest_plugin.py")
"""The catalogue of faults and what the package brings for other teams' pytest are no part of the sites; of what
made-up records are drawn from, any other words would do as well.
"""
_NO_BROWSER_MEETS = ("mock_server/check/", "mock_server/verdict/", "mock_server/grade/", "mock_server/command/")
"""What judges other people's services, and the command line: `measure/holes/` and unit tests ask after these."""
OF_A_FILE = 3
"""So many mutants has one file at the most, however large it is."""
_Lines = Mapping[tuple[str, int], Sequence[Change]]


class Pool:
    """Every change that could be made.

    Args:
        root: of the project.
        only: a module, package or folder within the mock, with dots; all of it where empty.
        kinds: the names of the languages.
        in_browser: whether only what a browser can meet is changed, since only stories are asked.
    """

    def __init__(self, root: Path, only: str = "", kinds: Collection[str] = KINDS, *, in_browser: bool = False) -> None:
        wanted = [language for language in LANGUAGES if language.name in kinds]
        left_out = _NOT + _NO_BROWSER_MEETS * in_browser
        self._by_kind = {language: _lines(language, root, only, left_out) for language in wanted}

    @property
    def offered(self) -> dict[str, int]:
        """How many changes there are of each kind."""
        return {language.name: sum(map(len, lines.values())) for language, lines in self._by_kind.items()}

    def draw(self, seed: int, size: int) -> list[Mutant]:
        """The sample of a seed.

        The kinds take turns, until one has no more. Within a kind every line has the same chance, whatever could be
        changed in it; no line is changed twice. A line keeps its rank for a seed whatever becomes of other files, and
        a larger sample begins with the smaller one.
        """
        kinds = [_drawn(language, lines, seed) for language, lines in self._by_kind.items()]
        turns = chain.from_iterable(zip_longest(*kinds))
        return list(islice((mutant for mutant in turns if mutant), size))


def _lines(language: Language, root: Path, only: str, left_out: tuple[str, ...]) -> _Lines:
    found: dict[tuple[str, int], list[Change]] = defaultdict(list)
    for path in sorted((root / _ROOM).rglob(f"*{language.suffix}")):
        file = path.relative_to(root).as_posix()
        if not file.startswith(left_out) and _is_of(file, only):
            for change in language.candidates(file, path.read_text(encoding="utf-8")):
                found[file, change.line].append(change)
    return found


def _drawn(language: Language, lines: _Lines, seed: int) -> Iterator[Mutant]:
    of_file: Counter[str] = Counter()
    places: set[tuple[str, int]] = set()
    for file, line in sorted(lines, key=lambda place: digest(seed, *place)):
        if of_file[file] == OF_A_FILE:
            continue
        mutant = _usable(language, lines[file, line], seed)
        if mutant and (file, mutant.line) not in places:
            of_file[file] += 1
            places.add((file, mutant.line))
            yield mutant


def _usable(language: Language, changes: Sequence[Change], seed: int) -> Mutant | None:
    """The change of a line that the seed draws, among those that leave something to be used."""
    ranked = sorted(changes, key=lambda one: digest(seed, one.file, one.number))
    return next((mutant for mutant in (one.mutant() for one in ranked) if language.is_valid(mutant.code)), None)


def _is_of(file: str, only: str) -> bool:
    wanted = f"{_ROOM}/{only.removeprefix(f'{_ROOM}.').replace('.', '/')}" if only else _ROOM
    return file.startswith((f"{wanted}.", f"{wanted}/"))
