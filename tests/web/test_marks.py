"""The mark of an institution: always the same, and no two of ours alike."""

import pytest

from mock_server.kernel.institutions import INSTITUTIONS
from mock_server.sites.mojeid.cooperatives import VOIVODESHIPS
from mock_server.web.marks import HUES, SHAPES, mark_of


def test_no_two_institutions_have_one_mark() -> None:
    assert len({mark_of(one.name) for one in INSTITUTIONS}) == len(INSTITUTIONS)


def test_every_name_has_a_mark_that_can_be_drawn() -> None:
    names = [one.name for one in INSTITUTIONS] + [name for names in VOIVODESHIPS.values() for name in names]
    for name in names:
        mark = mark_of(name)
        assert mark.shape in SHAPES
        assert 0 <= mark.hue < HUES
        assert len(mark.initials) == 2


@pytest.mark.parametrize(
    ("name", "initials"),
    [("PKO Bank Polski", "PB"), ("Bank Spółdzielczy w Łęcznej", "BS"), ("BOŚ", "BO"), ("Ś", "Ś"), ("Bank i X", "Ba")],
)
def test_initials_are_of_two_words_or_of_one(name: str, initials: str) -> None:
    assert mark_of(name).initials == initials
