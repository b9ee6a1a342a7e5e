"""Which of the tests that a mutant concerns are run, and in which order."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from measure.mutants.languages.known import kind_of
from measure.mutants.walked import WalkedTest
from measure.strength.plugin.plan import function_of, is_found

UNITS, STORIES = 300, 40
"""How many unit tests and how many stories meet one mutant at the most."""
LOOKERS = ("e2e/access/",)
"""Where the stories are that look at whole pages; they meet what pages are made of before the others do."""


def offered(file: str, walks: Sequence[WalkedTest], kind: str) -> list[list[WalkedTest]]:
    """The unit tests, then the stories; ``kind`` is unit, e2e or all.

    Unit tests of the changed site come first, and always the quick before the slow; where there are more than are
    run, every test function has its turn before one is run with a second set of parameters. What the model found comes
    last, so that it catches what no other story does. Of the stories that look
    at whole pages as many more are run, where a template, a stylesheet or a script is changed.
    """
    room = _room_of(file)
    units = sorted(walks, key=lambda walk: (walk.test.split("/")[1] != room, walk.seconds))
    stories = sorted((walk for walk in walks if walk.in_browser), key=lambda walk: (is_found(walk.test), walk.seconds))
    looking = [walk for walk in stories if walk.test.startswith(LOOKERS) and kind_of(file) != "python"]
    batches = (
        spread((walk for walk in units if not walk.in_browser), UNITS if kind != "e2e" else 0),
        spread(looking, STORIES if kind != "unit" else 0),
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
