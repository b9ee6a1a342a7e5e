"""Which of the tests that a mutant concerns are run, and in which order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, zip_longest

from measure.mutants.languages.known import kind_of
from measure.mutants.walked import WalkedTest
from measure.strength.plugin.plan import function_of, is_found

UNITS, STORIES, LOOKING = 300, 150, 60
"""How many unit tests, stories, and stories that look at pages meet one mutant at the most."""
LOOKERS = ("e2e/access/", "e2e/poor_conditions/")
"""Where the stories are that look at whole pages; they meet what pages are made of before the others do."""
APPROVING = "e2e/access/test_states.py"
"""Which compares every page state with what was approved: of the walks that meet a change all are asked."""


def offered(file: str, walks: Sequence[WalkedTest], kind: str, sizes: Mapping[str, int]) -> list[list[WalkedTest]]:
    """The unit tests, then the stories; ``kind`` is unit, e2e or all, ``sizes`` how many tests each file has.

    Unit tests of the changed site come first, and the quick before the slow. Of the stories those files come first of
    which the greatest share walks the place: they are about it, where others pass by. Where there are more than are
    run, every test function has its turn before one is run with a second set of parameters. What the model found comes
    last, so that it catches what no other story does. Of the stories that look at whole pages some more are run, where
    a template, a stylesheet or a script is changed, and before them all that compare it with what was approved.
    """
    room = _room_of(file)
    passing = Counter(walk.file for walk in walks)
    units = sorted(walks, key=lambda walk: (walk.test.split("/")[1] != room, walk.seconds))
    stories = sorted(
        (walk for walk in walks if walk.in_browser),
        key=lambda walk: (is_found(walk.test), -passing[walk.file] / sizes[walk.file], walk.seconds),
    )
    looking = [walk for walk in stories if walk.test.startswith(LOOKERS) and kind_of(file) != "python"]
    approving = [walk for walk in looking if walk.file == APPROVING]
    batches = (
        spread((walk for walk in units if not walk.in_browser), UNITS if kind != "e2e" else 0),
        approving if kind != "unit" else [],
        spread((walk for walk in looking if walk not in approving), LOOKING if kind != "unit" else 0),
        spread((walk for walk in stories if walk not in looking), STORIES if kind != "unit" else 0),
    )
    return [batch for batch in batches if batch]


def spread(walks: Iterable[WalkedTest], limit: int) -> list[WalkedTest]:
    """The first so many, of as many functions as there are, in their order."""
    by_function: dict[str, list[WalkedTest]] = defaultdict(list)
    for walk in walks:
        by_function[function_of(walk.test)].append(walk)
    turns = chain.from_iterable(zip_longest(*by_function.values()))
    return [walk for walk in turns if walk][:limit]


def _room_of(file: str) -> str:
    """The folder of the unit tests of a file: named as its site, or as the part of the mock in which it is."""
    _, room, *rest = file.split("/")
    return rest[0] if room in {"sites", "shared"} else room
