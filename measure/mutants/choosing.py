"""Which of the tests that a mutant concerns are run, and in which order."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from measure.mutants.walked import WalkedTest
from measure.strength.plugin.plan import function_of

UNITS, STORIES = 300, 40
"""How many unit tests and how many stories meet one mutant at the most."""


def offered(file: str, walks: Sequence[WalkedTest], kind: str) -> list[list[WalkedTest]]:
    """The unit tests, then the stories; ``kind`` is unit, e2e or all.

    Unit tests of the changed site come first, and always the quick before the slow; where there are more than are
    run, every test function has its turn before one is run with a second set of parameters.
    """
    site = file.split("/")[1]
    units = sorted(walks, key=lambda walk: (walk.test.split("/")[1] != site, walk.seconds))
    stories = sorted(walks, key=lambda walk: walk.seconds)
    batches = (
        spread((walk for walk in units if not walk.in_browser), UNITS if kind != "e2e" else 0),
        spread((walk for walk in stories if walk.in_browser), STORIES if kind != "unit" else 0),
    )
    return [batch for batch in batches if batch]


def spread(walks: Iterable[WalkedTest], limit: int) -> list[WalkedTest]:
    """The first so many, of as many functions as there are, in their order."""
    by_function: dict[str, list[WalkedTest]] = defaultdict(list)
    for walk in walks:
        by_function[function_of(walk.test)].append(walk)
    turns = chain.from_iterable(zip_longest(*by_function.values()))
    return [walk for walk in turns if walk][:limit]
