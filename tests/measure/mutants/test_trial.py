"""The sandbox and what a mutant's fate is, on a project of its own: no browser, no server."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bootstrap.places import ROOT
from measure.flake.ends import End
from measure.mutants.languages.template.source import candidates
from measure.mutants.mutant import Mutant, Place, mutant_of
from measure.mutants.sandbox import Ended, Sandbox
from measure.mutants.trial import (
    Fate,
    judge,
    key_of,
    last_line,
    read_trials,
    still_counts,
    try_mutant,
    write_trial,
)  # fmt: skip
from measure.mutants.walked import WalkedTest
from tests.measure.mutants.making import STORY, UNIT, trial

RULE = "def is_live(age):\n    return age < 5\n"
TESTS = """\
from pathlib import Path
from mock_server.rules import is_live

def test_young(): assert is_live(4)
def test_boundary(): assert not is_live(5)
def test_page(): assert "required" in (Path(__file__).parent.parent / "mock_server/templates/code.html").read_text()
"""
PAGE = "<input required>\n"
OPTION = "def pytest_addoption(parser): parser.addoption('--run-blocked', action='store_true')\n"
"""Of the suite, with which every trial is made."""
YOUNG, BOUNDARY, OF_PAGE = (
    WalkedTest(f"tests/test_rules.py::test_{name}", name, outcome="passed", seconds=0.1, lines={})
    for name in ("young", "boundary", "page")
)


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    project = tmp_path / "project"
    contents = {
        "mock_server/__init__.py": "",
        "mock_server/rules.py": RULE,
        "mock_server/templates/code.html": PAGE,
        "tests/test_rules.py": TESTS,
        "conftest.py": OPTION,
        "pyproject.toml": "",
        ".git/config": "",
    }
    for name, content in contents.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(content)
    with Sandbox(project) as made:
        monkeypatch.setenv("PYTHONPATH", f"{made.root}{os.pathsep}{ROOT}")
        monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
        monkeypatch.setenv("PYTEST_PLUGINS", "pytest_timeout")
        yield made


def rule(answer: str) -> Mutant:
    code = RULE.replace("age < 5", answer)
    return mutant_of("mock_server/rules.py", "boundary", Place(2, 2), RULE, code)


def test_a_mutant_that_breaks_a_rule_is_killed_by_its_test(sandbox: Sandbox) -> None:
    met = try_mutant(rule("age <= 5"), [[YOUNG, BOUNDARY]], 7, sandbox)
    assert (met.fate, met.killer, met.killer_digest) == (Fate.FAILED, BOUNDARY.test, "boundary")
    assert met.said == "assert not True"
    assert (met.covered_by, met.tried) == (7, 2)


def test_a_template_is_changed_as_python_is(sandbox: Sandbox) -> None:
    (mutant,) = (
        one.mutant() for one in candidates("mock_server/templates/code.html", PAGE) if one.operator == "attribute"
    )
    assert try_mutant(mutant, [[OF_PAGE]], 1, sandbox).killer == OF_PAGE.test
    assert sandbox.run({OF_PAGE.test: 0.1}).code == 0


def test_a_mutant_that_changes_nothing_survives(sandbox: Sandbox) -> None:
    met = try_mutant(rule("not age >= 5"), [[YOUNG], [BOUNDARY]], 2, sandbox)
    assert (met.fate, met.killer, met.tried) == (Fate.SURVIVED, "", 2)


def test_the_first_test_that_notices_is_the_last_that_is_run(sandbox: Sandbox) -> None:
    assert try_mutant(rule("age > 5"), [[YOUNG, BOUNDARY], [BOUNDARY]], 2, sandbox).tried == 1


def test_a_module_that_cannot_be_imported_is_noticed_at_the_start(sandbox: Sandbox) -> None:
    assert try_mutant(rule("age < 5\nraise E"), [[YOUNG]], 1, sandbox).fate is Fate.NO_START


def test_what_never_ends_is_stopped(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("measure.mutants.sandbox._START_SECONDS", 0.5)
    assert try_mutant(rule("age < 5\nwhile True: pass"), [[YOUNG]], 1, sandbox).fate is Fate.TIMEOUT


def test_who_stops_the_run_does_not_wait_for_a_session(sandbox: Sandbox) -> None:
    sandbox.stop()
    assert sandbox.run({YOUNG.test: 100.0}).code is None


def test_nobody_else_meets_a_mutant(sandbox: Sandbox, tmp_path: Path) -> None:
    with sandbox.changed("mock_server/rules.py", "raise E\n"):
        assert (tmp_path / "project" / "mock_server" / "rules.py").read_text() == RULE
        assert (sandbox.root / "mock_server" / "rules.py").read_text() == "raise E\n"
    assert (sandbox.root / "mock_server" / "rules.py").read_text() == RULE
    assert not (sandbox.root / ".git").exists()


def test_bytecode_of_the_same_second_and_size_is_not_taken_for_the_change(sandbox: Sandbox) -> None:
    for answer, fate in (("age < 4", Fate.FAILED), ("age < 6", Fate.SURVIVED)):
        assert try_mutant(rule(answer), [[YOUNG]], 1, sandbox).fate is fate


def end(outcome: str, said: str = "") -> End:
    return End(0, "gw0", "t", outcome, said, 1.0)


@pytest.mark.parametrize(
    ("ended", "fate"),
    [
        (Ended((end("passed"),), 0, ""), Fate.SURVIVED),
        (Ended((end("passed"), end("failed", "E   assert 1")), 1, ""), Fate.FAILED),
        (Ended((end("failed", "E   Failed: Timeout (>45.0s)"),), 1, ""), Fate.TIMEOUT),
        (Ended((end("failed", "E   assert 1"),), None, ""), Fate.FAILED),
        (Ended((), None, ""), Fate.TIMEOUT),
        (Ended((), 2, "ImportError"), Fate.NO_START),
        (Ended((), 5, ""), Fate.SURVIVED),
    ],
)
def test_a_fate_is_what_pytest_says(ended: Ended, fate: Fate) -> None:
    assert judge(ended)[0] is fate


def test_what_no_test_walks_is_not_covered_unless_one_notices_all_the_same(sandbox: Sandbox) -> None:
    assert try_mutant(rule("age > 5"), [], 0, sandbox).fate is Fate.NOT_COVERED
    assert try_mutant(rule("age <= 5"), [[YOUNG]], 0, sandbox).fate is Fate.NOT_COVERED
    assert try_mutant(rule("age <= 5"), [[BOUNDARY]], 0, sandbox).fate is Fate.FAILED


def test_of_a_failure_its_first_error_is_told() -> None:
    assert (
        last_line("def test():\n>   assert a\nE   assert 1 == 2\nE    +1\n\nt.py:3: AssertionError") == "assert 1 == 2"
    )
    assert last_line("collected\nImportError: x\n\n") == "ImportError: x"
    assert last_line("") == ""


def test_a_kill_counts_while_its_test_stands_and_a_survivor_while_all_do() -> None:
    key = key_of([[UNIT], [STORY]])
    assert still_counts(trial(), "another", {UNIT.test: UNIT.digest})
    assert not still_counts(trial(), "key", {UNIT.test: "changed"})
    assert still_counts(trial(fate=Fate.SURVIVED), "key", {})
    assert not still_counts(trial(fate=Fate.SURVIVED), key, {})


def test_what_is_written_is_read_the_newest_of_each(tmp_path: Path) -> None:
    file = tmp_path / "trials.jsonl"
    for one in (trial("a"), trial("b"), trial("a", Fate.SURVIVED)):
        write_trial(one, file)
    assert read_trials(file) == {"a": trial("a", Fate.SURVIVED), "b": trial("b")}
