"""Faults that somebody wrote are read, made, and felt where they are."""

import json
from pathlib import Path

import pytest

from measure.mutants.given import read_given
from measure.mutants.languages.known import language_of
from measure.mutants.mutant import Place
from measure.resumable import CannotRun

SOURCE = """LIMIT = 3


@rule
def may(tries: int) -> bool:
    # as in life
    left = LIMIT - tries
    return left > 0
"""


def fault(**changed: str) -> dict[str, str]:
    told = {"id": "b1", "file": "mock_server/a.py", "old": "left > 0", "new": "left >= 0"}
    return {**told, "what": "one try more", "suffers": "a lock opens", **changed}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mock_server").mkdir()
    (tmp_path / "mock_server" / "a.py").write_text(SOURCE)
    (tmp_path / "mock_server" / "a.txt").write_text("words")
    (tmp_path / "other.py").write_text(SOURCE)
    return tmp_path


def listed(root: Path, *faults: object) -> Path:
    (root / "faults.json").write_text(json.dumps(faults))
    return root / "faults.json"


def test_a_fault_is_made_and_tells_whose_it_is(root: Path) -> None:
    (made,) = read_given(listed(root, fault()), root)
    assert made.code == SOURCE.replace("> 0", ">= 0")
    assert (made.file, made.line, made.operator) == ("mock_server/a.py", 8, "b1: one try more")
    assert made.place == Place(8, 8)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"old": "LIMIT"}, "2 times"),
        ({"old": "nowhere"}, "0 times"),
        ({"file": "other.py"}, "no file of mock_server"),
        ({"file": "mock_server/../other.py"}, "no file of mock_server"),
        ({"file": "mock_server/missing.py"}, "no file of mock_server"),
        ({"file": "mock_server/a.txt", "old": "words"}, "no language"),
        ({"new": "left > 0"}, "changes nothing"),
        ({"new": "left >"}, "cannot be used"),
        ({"colour": "red"}, "no list of faults"),
    ],
)
def test_a_fault_that_cannot_be_made_is_told_before_anything_runs(
    root: Path, changed: dict[str, str], told: str
) -> None:
    with pytest.raises(CannotRun, match=told):
        read_given(listed(root, fault(), fault(**changed)), root)


@pytest.mark.parametrize(
    ("content", "told"), [(None, "no list of faults"), (b"\xff", "no list of faults"), (b"[]", "no fault")]
)
def test_a_list_that_holds_none_is_told(root: Path, content: bytes | None, told: str) -> None:
    if content is not None:
        (root / "faults.json").write_bytes(content)
    with pytest.raises(CannotRun, match=told):
        read_given(root / "faults.json", root)


@pytest.mark.parametrize(
    ("begins", "ends", "felt"),
    [
        ("left = LIMIT", "> 0", Place(7, 8)),
        ("tries: int", "bool", Place(7, 8)),
        ("@rule", "@rule", Place(7, 8)),
        ("# as", "life", Place(7, 8)),
        ("LIMIT = 3", "3", Place(1, 1, ("LIMIT",), imported=True)),
    ],
)
def test_python_is_felt_where_it_runs(begins: str, ends: str, felt: Place) -> None:
    start = SOURCE.index(begins)
    assert language_of("a.py").place_at(SOURCE, start, SOURCE.index(ends, start) + len(ends)) == felt


def test_a_template_is_felt_in_the_part_in_which_it_is_and_a_stylesheet_as_a_whole() -> None:
    template = "<p>{% if a %}<b>x</b>{% endif %}</p>"
    place_at = language_of("a.html").place_at
    inside, outside = (place_at(template, template.index(words), 0) for words in ("<b>", "</p>"))
    assert inside != outside
    assert language_of("a.css").place_at("a { color: red }", 4, 9) == Place(0, 0)
