"""Some of the stories and their cases, where all of them would take too long."""

import runpy
from collections.abc import Iterable
from pathlib import Path

from measure.strength.plugin.plan import function_of


def one_path_of_each_way(stories: Iterable[str], root: Path) -> list[str]:
    """The first path of each method and way to confirm, and every other story with all its cases.

    A path differs from the next in its bank, its entry or its device; a case of another story is a row of a table, and
    may be the only one that walks what it is about.
    """
    ways = _ways(root)
    first: dict[str, str] = {}
    for story in stories:
        first.setdefault(ways.get(_path_of(story), story), story)
    return list(first.values())


def one_of_each(stories: Iterable[str], root: Path) -> list[str]:
    """The first path of each method, and the first case of each other story."""
    ways = _ways(root)
    first: dict[tuple[str, str], str] = {}
    for story in stories:
        first.setdefault((function_of(story), ways.get(_path_of(story), "")), story)
    return list(first.values())


def _ways(root: Path) -> dict[str, str]:
    """What the way of each path is; the table is read as data, since nothing leans on stories."""
    table = runpy.run_path(str(root / "e2e" / "paths.py"))
    return {path.id: f"{path.method} {path.confirmation}" for path in table["PATHS"]}


def _path_of(test: str) -> str:
    """The path in a test's parameters, before the browser."""
    return test.partition("[")[2].rpartition("-")[0]
