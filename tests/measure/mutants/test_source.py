import pytest

from measure.mutants.languages.python.source import candidates
from measure.mutants.mutant import Place

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
