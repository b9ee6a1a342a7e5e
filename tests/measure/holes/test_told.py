"""What the measured answers say: of holes, and of answers."""

from measure.holes.told import changed, not_found, not_needed, twins

OPENED = {"one": ["sig.none"], "two": ["sig.none"], "three": ["sig.none", "addr.aud_near:case"], "four": []}


def test_a_hole_that_nothing_finds_is_told() -> None:
    assert not_found(OPENED) == ["four"]


def test_holes_that_the_same_answers_find_are_told() -> None:
    assert twins(OPENED) == [["one", "two"]]


def test_what_another_answer_finds_than_is_written_down_is_told() -> None:
    assert changed(OPENED, {**OPENED, "one": ["sig.none", "sig.der"]}) == ["one"]


def test_answers_with_a_duty_that_find_no_hole_are_told() -> None:
    told = not_needed(OPENED)
    assert "sig.flipped" in told
    assert "ok.pretty" in told
    assert not {"sig.none", "addr.aud_near", "sig.der"} & set(told)
