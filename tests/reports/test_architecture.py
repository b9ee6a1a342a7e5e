"""The picture of the architecture is that of the code."""

import pytest
from grimp import ImportGraph

from reports.architecture import README, arrows_between, drawn_in, without_implied


def arrows(text: str) -> dict[str, frozenset[str]]:
    """Arrows written as ``ab bc``: a imports b, b imports c."""
    boxes = set(text) - {" "}
    return {box: frozenset(arrow[1] for arrow in text.split() if arrow[0] == box) for box in sorted(boxes)}


def graph_of(*imports: tuple[str, str]) -> ImportGraph:
    graph = ImportGraph()
    for importer, imported in imports:
        graph.add_import(importer=importer, imported=imported)
    return graph


def test_the_picture_in_the_readme_is_that_of_todays_code() -> None:
    text = README.read_text(encoding="utf-8")
    assert drawn_in(text) == text, "the code has other arrows by now: run .venv/bin/python -m reports.architecture"


def test_a_text_without_a_place_for_the_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="<!-- architecture -->"):
        drawn_in("# Przepustka\n")


def test_imports_deep_within_packages_are_arrows_between_them() -> None:
    graph = graph_of(("one.room.desk", "two.shelf"), ("one.room.desk", "one.window"))
    graph.add_module("one")
    graph.add_module("two")
    assert arrows_between(["one", "two"], graph) == {"one": {"two"}, "two": set()}


def test_what_lies_in_no_package_is_looked_through() -> None:
    graph = graph_of(("one", "glue"), ("glue", "more_glue"), ("more_glue", "glue"), ("more_glue", "two"))
    assert arrows_between(["one", "two"], graph) == {"one": {"two"}, "two": set()}


@pytest.mark.parametrize(
    ("given", "drawn"),
    [
        ("ab bc", "ab bc"),
        ("ab bc ac", "ab bc"),
        ("ab bc cd ad ac bd", "ab bc cd"),
        ("ab ac bd cd ad", "ab ac bd cd"),
        ("ab ba", "ab ba"),
        ("ab ba bc ac", "ab ba bc ac"),
        ("ab bc cb ac", "ab bc cb ac"),
    ],
    ids=["chain", "short cut", "every short cut", "diamond", "circle", "out of a circle", "into a circle"],
)
def test_an_arrow_is_drawn_unless_others_imply_it(given: str, drawn: str) -> None:
    assert without_implied(arrows(given)) == arrows(drawn)
