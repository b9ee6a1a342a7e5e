"""Of which tests it is measured what they walk."""

import runpy
from collections.abc import Iterable
from pathlib import Path

from measure.mutants.options import Options
from measure.strength.plugin.plan import function_of


def to_be_measured(tests: Iterable[str], options: Options, root: Path) -> list[str]:
    """The unit tests, and of the stories all, or one path of each method and one case of each other story."""
    ways = _ways(root)
    wanted: dict[tuple[str, str], str] = {}
    for test in tests:
        story = test.startswith("e2e/")
        if options.tests in {"all", "e2e" if story else "unit"}:
            whole = options.walks == "full" or not story
            wanted.setdefault((test, "") if whole else (function_of(test), ways.get(_path_of(test), "")), test)
    return list(wanted.values())


def _ways(root: Path) -> dict[str, str]:
    """What the way of each path is; the table is read as data, since nothing leans on stories."""
    table = runpy.run_path(str(root / "e2e" / "paths.py"))
    return {path.id: f"{path.method} {path.confirmation}" for path in table["PATHS"]}


def _path_of(test: str) -> str:
    """The path in a test's parameters, before the browser."""
    return test.partition("[")[2].rpartition("-")[0]
