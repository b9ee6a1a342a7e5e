"""How the tests of runs ended, and which ended otherwise, read from pytest's JUnit XML."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.etree import ElementTree

NOT_RUN, TWICE = "not run", "run twice"
_BAD = ("error", "failure", "skipped")
Ends = dict[str, str]


def read_ends(file: Path) -> Ends:
    """Each test's end by its name: passed, or what JUnit calls it."""
    root = ElementTree.parse(file).getroot()  # noqa: S314 - pytest has written it just now
    return {f"{case.get('classname')}::{case.get('name')}": _end_of(case) for case in root.iter("testcase")}


def joined(parts: Iterable[Ends]) -> Ends:
    """The ends of all shards; one that two have run has ended badly."""
    whole: Ends = {}
    for part in parts:
        whole |= {test: TWICE if test in whole else end for test, end in part.items()}
    return whole


def unlike(plain: Mapping[str, str], sharded: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The tests that ended otherwise in shards: as in the plain run, and as there."""
    ends = {test: (plain.get(test, NOT_RUN), sharded.get(test, NOT_RUN)) for test in sorted({*plain, *sharded})}
    return {test: (one, other) for test, (one, other) in ends.items() if one != other}


def _end_of(case: ElementTree.Element) -> str:
    return next((kind for kind in _BAD if case.find(kind) is not None), "passed")
