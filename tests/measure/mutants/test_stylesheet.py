from collections.abc import Iterator
from pathlib import Path

import pytest

from bootstrap.places import ROOT
from measure.mutants.languages.stylesheet import OPERATORS, candidates, is_valid

SHEETS = sorted((ROOT / "mock_server").rglob("*.css"))


def changes(source: str, operator: str) -> Iterator[str]:
    """What becomes of the source, by every change of this operator."""
    return (one.mutant().code for one in candidates("mock_server/a.css", source) if one.operator == operator)


@pytest.mark.parametrize(
    ("source", "operator", "becomes"),
    [
        (".a { b: c; d: e; }", "declaration", [".a {  d: e; }", ".a { b: c;  }"]),
        (".a { b: c; }\n.d { e: f; }", "rule", ["\n.d { e: f; }", ".a { b: c; }\n"]),
        (".a { b: c }", "hidden", [".a { b: c; display: none; }"]),
        (".a { b: c; }", "moved off", [".a { b: c; position: absolute; left: -9999px; }"]),
        (".a { position: fixed; overflow: auto; }", "keyword", [
            ".a { position: static; overflow: auto; }", ".a { position: fixed; overflow: hidden; }",
        ]),
        (".a { min-height: 2.75rem; }", "size", [".a { min-height: 0rem; }", ".a { min-height: 8.25rem; }"]),
        (".a { color: #1b1b1b; background: #fff; }", "colour", [
            ".a { color: #fff; background: #fff; }", ".a { color: #1b1b1b; background: #000; }",
        ]),
        ("@media (max-width: 30rem) { .a { b: c; } }", "query", ["", ".a { b: c; }"]),
    ],
)  # fmt: skip
def test_a_stylesheet_is_changed_in_one_place(source: str, operator: str, becomes: list[str]) -> None:
    assert sorted(changes(source, operator)) == sorted(becomes)


@pytest.mark.parametrize(
    "source",
    [
        "@keyframes turn { to { transform: rotate(1turn); } }",
        "@media (prefers-reduced-motion: reduce) { .a { width: 1rem; } }",
        "/* .a { b: c; } */",
    ],
)
def test_what_nobody_can_tell_stays(source: str) -> None:
    assert candidates("a.css", source) == []


@pytest.mark.parametrize("declaration", ["cursor: pointer", "-webkit-tap-highlight-color: red", "animation: a 1s"])
def test_what_moves_or_adorns_stays(declaration: str) -> None:
    assert list(changes(f".a {{ {declaration}; }}", "declaration")) == []


def test_every_operator_finds_something_in_the_mock() -> None:
    found = {one.operator for sheet in SHEETS for one in candidates("a.css", sheet.read_text(encoding="utf-8"))}
    assert found == OPERATORS.keys()


@pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.relative_to(ROOT / "mock_server").as_posix() for sheet in SHEETS])
def test_every_change_of_a_sheet_is_a_stylesheet(sheet: Path) -> None:
    found = candidates("a.css", sheet.read_text(encoding="utf-8"))
    assert found
    assert [one.mutant().diff for one in found if not is_valid(one.mutant().code)] == []
