from itertools import pairwise

import pytest

from reports.front.picture import NARROW, WIDE, Layout, draw
from reports.front.table import listed
from tests.reports.front.rows import ROWS, rows_of_table


def test_lines_lead_from_entries_over_methods_and_providers_to_destinations() -> None:
    assert {(line.name, line.count.words) for line in draw(ROWS, WIDE).lines} == {
        ("menu → profil zaufany", "1 of 2 passed"),
        ("banner → profil zaufany", "1 of 1 passed"),
        ("banner → mObywatel", "1 of 1 passed"),
        ("profil zaufany → BOŚ", "2 of 2 passed"),
        ("profil zaufany → ING", "0 of 1 passed"),
        ("mObywatel → mObywatel", "1 of 1 passed"),
        ("BOŚ → IKP", "2 of 2 passed"),
        ("ING → IKP", "0 of 1 passed"),
        ("mObywatel → IKP", "1 of 1 passed"),
    }


def test_what_failed_lies_on_top() -> None:
    states = [line.count.state for line in draw(ROWS, WIDE).lines]
    assert states == sorted(states, reverse=True, key=lambda state: state == "good")
    assert "bad" in states


@pytest.mark.parametrize("layout", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_two_boxes_of_the_whole_table_overlap_and_none_leaves_the_picture(layout: Layout) -> None:
    picture = draw(rows_of_table(), layout)
    places = sorted((box.x, box.top, box.width) for box in picture.boxes)
    for (x, top, _), (next_x, next_top, _) in pairwise(places):
        assert x != next_x or next_top - top >= 24
    assert all(x >= 0 and x + width <= layout.width for x, _, width in places)
    assert all(top > 0 and top + picture.box_height <= picture.height for _, top, _ in places)


def test_every_line_and_box_leads_to_a_place_where_tests_are_listed() -> None:
    rows = rows_of_table()
    there = {"ways"} | {place for group in listed(rows) for place in (group.anchor, group.first_of)}
    picture = draw(rows, WIDE)
    assert {line.anchor for line in picture.lines} | {box.anchor for box in picture.boxes} <= there
    assert "ways" not in {line.anchor for line in picture.lines}
