from pathlib import Path

import pytest

from measure.mutants.mutant import Place
from measure.mutants.sample import draw
from measure.mutants.source import candidates

SOURCE = """\
LIMIT = 5
_A, _B = 1, 2


@posted("name")
def f(a=True):
    if a:
        g(
            7,
        )


class Code:
    life: int = 8
"""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("LIMIT = 5", Place(1, 1, ("LIMIT",), imported=True)),
        ("_A, _B = 1, 2", Place(2, 2, ("_A", "_B"), imported=True)),
        ('@posted("name")', Place(7, 10)),
        ("def f(a=True):", Place(7, 10)),
        ("if a:", Place(7, 7)),
        ("7,", Place(8, 10)),
        ("life: int = 8", Place(14, 14, ("life",), imported=True)),
    ],
)
def test_a_change_is_felt_where_it_runs(text: str, place: Place) -> None:
    assert {one.place for one in candidates("a.py", SOURCE) if one.mutant().was == text} == {place}


def test_a_mutant_is_the_file_with_one_change() -> None:
    mutant = next(one for one in candidates("a.py", SOURCE) if one.mutant().was == "7,").mutant()
    assert mutant.code == SOURCE.replace("7,", "8,")
    assert (mutant.line, mutant.was, mutant.becomes) == (9, "7,", "8,")
    assert [line for line in mutant.diff.splitlines() if line[0] in "+-"] == ["-            7,", "+            8,"]


@pytest.fixture
def mock(tmp_path: Path) -> Path:
    files = {
        "kernel/clock.py": SOURCE,
        "kernel/code.py": "X = 1\n",
        "faults/all.py": "Y = 1\n",
        "kernel2.py": "Z = 1\n",
    }
    for name, content in files.items():
        file = tmp_path / "mock_server" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return tmp_path


def test_a_seed_draws_the_same_again_and_another_another(mock: Path) -> None:
    drawn = [[one.id for one in draw(mock, "", seed, 5)[0]] for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2]


def test_a_larger_sample_begins_with_the_smaller(mock: Path) -> None:
    assert draw(mock, "", 1, 6)[0][:3] == draw(mock, "", 1, 3)[0]


def test_no_line_is_changed_twice_and_the_catalogue_never(mock: Path) -> None:
    sample, offered = draw(mock, "", 1, 1000)
    places = [(one.file, one.line) for one in sample]
    assert len(places) == len(set(places)) < offered
    assert "mock_server/faults/all.py" not in dict(places)


@pytest.mark.parametrize(
    ("only", "files"),
    [
        ("kernel.clock", {"mock_server/kernel/clock.py"}),
        ("kernel", {"mock_server/kernel/clock.py", "mock_server/kernel/code.py"}),
        ("mock_server.kernel2", {"mock_server/kernel2.py"}),
    ],
)
def test_a_part_is_a_module_or_a_package(mock: Path, only: str, files: set[str]) -> None:
    assert {one.file for one in draw(mock, only, 1, 1000)[0]} == files
