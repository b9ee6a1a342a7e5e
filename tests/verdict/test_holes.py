"""Each planted hole meets answers that find it, and twenty others that must not."""

from pathlib import Path
from random import Random

import pytest

from measure.holes.judging import found_in, judged
from measure.holes.places import OPENED
from measure.holes.run import read
from measure.holes.table import HOLES
from mock_server.check.answers import SENDS
from mock_server.client import Control, WorldControl

OPENED_BY = read(OPENED)
OWN, OTHERS = 3, 20
"""How many answers each meets: of those that find it, and of all others that block nobody."""


def drawn(name: str) -> tuple[list[str], list[str]]:
    """The same each time."""
    by_name = Random(name)
    own = OPENED_BY[name]
    others = [send for send, answer in SENDS.items() if send not in own and not answer.may_block]
    return by_name.sample(own, min(OWN, len(own))), by_name.sample(others, OTHERS)


@pytest.mark.parametrize("name", HOLES)
def test_a_hole_is_found_by_its_answers_alone(control: Control, world: WorldControl, tmp_path: Path, name: str) -> None:
    own, others = drawn(name)
    verdict = judged(HOLES[name], control, world, tmp_path, own + others)
    assert found_in(verdict) == sorted(own)
    assert verdict.exit_code == 1


def test_no_two_holes_are_found_by_the_same_answers() -> None:
    assert len({tuple(sends) for sends in OPENED_BY.values()}) == len(HOLES) >= 40
    assert all(OPENED_BY.values())
