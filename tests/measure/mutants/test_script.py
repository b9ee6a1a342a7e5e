from collections.abc import Iterator
from pathlib import Path

import pytest

from bootstrap.places import ROOT
from measure.mutants.languages.script import OPERATORS, candidates, is_valid

SCRIPTS = sorted((ROOT / "mock_server").rglob("*.js"))


def changes(source: str, operator: str) -> Iterator[str]:
    """What becomes of the source, by every change of this operator."""
    return (one.mutant().code for one in candidates("mock_server/a.js", source) if one.operator == operator)


@pytest.mark.parametrize(
    ("source", "operator", "becomes"),
    [
        ("if (a || b) c();", "condition", ["if (!((a || b))) c();"]),
        ("d(a ? b : c);", "condition", ["d((!(a)) ? b : c);"]),
        ("if (a === b) c();", "comparison", ["if (a !== b) c();"]),
        ("if (!a) c();", "comparison", ["if (a) c();"]),
        ("a(b && c);", "operator", ["a(b || c);"]),
        ("a.b(); c = d;", "statement", ["; c = d;", "a.b(); ;"]),
        ("() => { return a(); };", "statement", [";", "() => { return; };"]),
        ('addEventListener("a", b); c.onmessage = d; e();', "listener", [
            "; c.onmessage = d; e();", 'addEventListener("a", b); ; e();',
        ]),
        ("a.then(() => b());", "callback", ["a.then(() => {});"]),
        ('addEventListener("pagehide", a);', "event", ['addEventListener("pageshow", a);']),
        ('a("ż", "b");', "text", ['a("XXż", "b");', 'a("ż", "XXb");']),
        ("a(0, 1, 60);", "number", ["a(1, 1, 60);", "a(0, 0, 60);", "a(0, 1, 600);"]),
        ("a = true;", "truth", ["a = false;"]),
        ("Math.max(a, b);", "method", ["Math.min(a, b);"]),
    ],
)  # fmt: skip
def test_a_script_is_changed_in_one_place(source: str, operator: str, becomes: list[str]) -> None:
    assert sorted(changes(source, operator)) == sorted(becomes)


@pytest.mark.parametrize(
    ("source", "operator"),
    [("if (a === b) c();", "condition"), ("if (!a) c();", "condition"), ('addEventListener("submit", a);', "text")],
)
def test_one_thing_is_turned_round_once(source: str, operator: str) -> None:
    assert list(changes(source, operator)) == []


def test_a_comment_stays() -> None:
    assert candidates("a.js", '// if (a) b("c", 1);\n') == []


def test_every_operator_finds_something_in_the_mock() -> None:
    found = {one.operator for script in SCRIPTS for one in candidates("a.js", script.read_text(encoding="utf-8"))}
    assert found == OPERATORS.keys()


@pytest.mark.parametrize(
    "script", SCRIPTS, ids=[script.relative_to(ROOT / "mock_server").as_posix() for script in SCRIPTS]
)
def test_every_change_of_a_script_is_a_script(script: Path) -> None:
    found = candidates("a.js", script.read_text(encoding="utf-8"))
    assert found
    assert [one.mutant().diff for one in found if not is_valid(one.mutant().code)] == []
