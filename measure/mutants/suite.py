"""Of which tests it is measured what they walk."""

from collections.abc import Sequence
from pathlib import Path

from measure.cases import one_path_of_each_way
from measure.mutants.options import Options


def to_be_measured(tests: Sequence[str], options: Options, root: Path) -> list[str]:
    """The unit tests, and of the stories all, or one path of each method and every other."""
    units = [test for test in tests if not test.startswith("e2e/")]
    stories = [test for test in tests if test.startswith("e2e/")]
    asked = stories if options.walks == "full" else one_path_of_each_way(stories, root)
    return [*(units if options.tests != "e2e" else ()), *(asked if options.tests != "unit" else ())]
