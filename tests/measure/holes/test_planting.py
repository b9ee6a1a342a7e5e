"""A hole changes one copy of the example that is in memory, and nothing else."""

from importlib import import_module

import pytest

from examples.provider import times
from measure.holes.hole import hole
from measure.holes.planting import planted
from measure.holes.table import HOLES

EDGE = hole("edge", "times", "now - SKEW < instant", "now - SKEW <= instant")
LONG = hole("long", "times", "timedelta(seconds=60)", "timedelta(seconds=61)")


def skew(package: str) -> float:
    seconds: float = import_module(f"{package}.times").SKEW.total_seconds()
    return seconds


def test_two_holes_stand_side_by_side_and_the_example_has_neither() -> None:
    with planted(EDGE) as one, planted(LONG) as other:
        assert (skew(one), skew(other)) == (60, 61)
    assert times.SKEW.total_seconds() == 60


def test_modules_of_a_planted_package_find_each_other_alone() -> None:
    with planted(LONG) as package:
        assert import_module(f"{package}.assertion").SKEW is import_module(f"{package}.times").SKEW
        assert import_module(f"{package}.desk").Desk.__module__ == f"{package}.desk"
    with pytest.raises(ModuleNotFoundError):
        import_module(f"{package}.logout")


def test_a_hole_in_words_that_have_changed_is_told() -> None:
    with pytest.raises(LookupError, match="gone: times has 0 times"), planted(hole("gone", "times", "no such", "")):
        pass


@pytest.mark.parametrize("name", HOLES)
def test_every_hole_is_of_the_example_as_it_is(name: str) -> None:
    with planted(HOLES[name]):
        pass
