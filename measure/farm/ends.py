"""How the tests of runs ended, and which ended otherwise, read from pytest's JUnit XML."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.etree import ElementTree

from fixtures.here import ELSEWHERE

NOT_RUN, TWICE, LEFT_OUT = "not run", "run twice", "left out"
_BAD = ("error", "failure", "skipped")
Ends = dict[str, str]


def read_ends(file: Path) -> Ends:
    """Each test's end by its name: passed, what JUnit calls it, or left out where a mock is shared."""
    root = ElementTree.parse(file).getroot()  # noqa: S314 - pytest has written it just now
    return {f"{case.get('classname')}::{case.get('name')}": _end_of(case) for case in root.iter("testcase")}


def joined(parts: Iterable[Ends]) -> Ends:
    """The ends of all shards; one that two have run has ended badly."""
    whole: Ends = {}
    for part in parts:
        whole |= {test: TWICE if test in whole else end for test, end in part.items()}
    return whole


def unlike(plain: Mapping[str, str], sharded: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The tests that ended otherwise in shards, and were not left out there: as in the plain run, and as there."""
    ends = {test: (plain.get(test, NOT_RUN), sharded.get(test, NOT_RUN)) for test in sorted({*plain, *sharded})}
    return {test: (one, other) for test, (one, other) in ends.items() if other not in {one, LEFT_OUT}}


def left_out(sharded: Mapping[str, str]) -> list[str]:
    """The tests that say of themselves that they hold only where the mock is on this machine and theirs alone."""
    return sorted(test for test, end in sharded.items() if end == LEFT_OUT)


def _end_of(case: ElementTree.Element) -> str:
    skipped = case.find("skipped")
    if skipped is not None and skipped.get("message", "").startswith(ELSEWHERE):
        return LEFT_OUT
    return next((kind for kind in _BAD if case.find(kind) is not None), "passed")
