"""Which changes are tried: a sample that a seed draws."""

from collections.abc import Iterator
from pathlib import Path

from measure.mutants.mutant import Mutant
from measure.mutants.source import candidates
from measure.strength.fingerprint import digest

_ROOM = "mock_server"
_NOT = ("mock_server/faults/", "mock_server/shared/patient/catalogue.py", "mock_server/pytest_plugin.py")
"""The catalogue of faults and what the package brings for other teams' pytest are no part of the sites; of what
made-up records are drawn from, any other words would do as well.
"""


def sources(root: Path, only: str = "") -> Iterator[tuple[str, str]]:
    """The files of which changes are made, each with its content; ``only`` is a module or package within the mock."""
    for path in sorted((root / _ROOM).rglob("*.py")):
        file = path.relative_to(root).as_posix()
        if not file.startswith(_NOT) and _is_of(file, only):
            yield file, path.read_text(encoding="utf-8")


def draw(root: Path, only: str, seed: int, size: int) -> tuple[list[Mutant], int]:
    """The sample, and of how many changes it is drawn.

    At most one of each line. A change keeps its rank for a seed whatever becomes of other files, and a larger sample
    begins with the smaller one.
    """
    offered = [one for file, source in sources(root, only) for one in candidates(file, source)]
    drawn: dict[tuple[str, int], Mutant] = {}
    for one in sorted(offered, key=lambda one: digest(seed, one.file, one.number)):
        if len(drawn) == size:
            break
        mutant = one.mutant()
        drawn.setdefault((mutant.file, mutant.line), mutant)
    return list(drawn.values()), len(offered)


def _is_of(file: str, only: str) -> bool:
    wanted = f"{_ROOM}/{only.removeprefix(f'{_ROOM}.').replace('.', '/')}" if only else _ROOM
    return file == f"{wanted}.py" or file.startswith(f"{wanted}/")
