import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from bootstrap.places import ROOT
from reports import run
from reports.pages import Pages
from reports.results import ReportError
from tests.reports.conftest import WriteResult
from tests.reports.running import FakePytest, fake_pytest, old_report, out
from tests.reports.test_paths import PATH

__all__ = ["fake_pytest", "old_report", "out"]


@pytest.mark.parametrize(
    ("pytest_ends", "second", "end"),
    [(0, "passed", 0), (1, "failed", 1), (2, "failed", 2), (0, "", 1), (1, "", 1)],
)
def test_a_failure_or_a_test_without_a_result_fails_the_run(
    fake_pytest: FakePytest, write_result: WriteResult, out: Path, pytest_ends: int, second: str, end: int
) -> None:
    def session(_command: Sequence[str]) -> int:
        write_result(1, path="p1", **PATH)
        write_result(2, path="p2", status=second, **PATH)
        return pytest_ends

    fake_pytest(session)
    assert run.main(["e2e"]) == end
    document = json.loads((out / "paths.json").read_text())
    assert (document["total"], document["passed"]) == (2, 2 if second == "passed" else 1)


def test_a_stopped_run_has_a_report_in_which_the_rest_is_not_walked(
    fake_pytest: FakePytest, write_result: WriteResult, old_report: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    def session(_command: Sequence[str]) -> int:
        write_result(1, path="p1", **PATH)
        write_result(2, path="p2", status="", began=False, **PATH)
        raise KeyboardInterrupt

    fake_pytest(session)
    assert run.main(["e2e"]) == 130
    said = capsys.readouterr()
    assert "Stopped" in said.err
    assert "1 of 2 login paths passed" in said.out
    assert [page.read_text() == "old" for page in old_report] == [False, False, False, True]


@pytest.mark.parametrize("code", [0, 4, 5], ids=["only listed", "wrong argument", "none chosen"])
def test_a_run_without_a_test_says_nothing_more_and_leaves_the_last_report(
    fake_pytest: FakePytest,
    write_result: WriteResult,
    results: Path,
    old_report: list[Path],
    capsys: pytest.CaptureFixture[str],
    code: int,
) -> None:
    write_result(1, path="p1", **PATH)
    fake_pytest(lambda _command: code)
    assert run.main(["e2e", "-k", "nothing"]) == code
    assert capsys.readouterr() == ("", "")
    assert [page.read_text() for page in old_report] == ["old"] * 4
    assert list(results.glob("*-result.json"))


def test_a_run_stopped_before_its_first_test_leaves_the_last_report(
    fake_pytest: FakePytest, old_report: list[Path]
) -> None:
    def session(_command: Sequence[str]) -> int:
        raise KeyboardInterrupt

    fake_pytest(session)
    assert run.main(["e2e"]) == 130
    assert [page.read_text() for page in old_report] == ["old"] * 4


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), ReportError("Allure is ill.")])
def test_a_report_that_cannot_be_built_says_why_and_leaves_the_last_one_whole(
    monkeypatch: pytest.MonkeyPatch,
    write_result: WriteResult,
    old_report: list[Path],
    capsys: pytest.CaptureFixture[str],
    failure: Exception,
) -> None:
    def fail(_results: Path, _rows: object, pages: Pages) -> None:
        pages.front.write_text("half")
        raise failure

    write_result(1, path="p1", **PATH)
    monkeypatch.setattr(run, "build_pages", fail)
    assert run.main(["report"]) == 1
    assert str(failure) in capsys.readouterr().err
    assert [page.read_text() for page in old_report] == ["old"] * 4
    assert not [file for page in old_report for file in page.parent.glob(".*")]


def test_a_full_disk_before_the_second_walk_ends_in_a_line_not_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
    fake_pytest: FakePytest,
    write_result: WriteResult,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def session(_command: Sequence[str]) -> int:
        write_result(1, path="p1", status="", **PATH)
        return 1

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    fake_pytest(session)
    monkeypatch.setattr(run, "write_missing", full)
    assert run.main(["e2e"]) == 1
    assert "No space left" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "suite"),
    [
        (["-k", "e2e"], ["e2e"]),
        (["e2e/login", "--headed"], []),
        (["./e2e/login/test_paths.py::test_path"], []),
        ([str(ROOT / "e2e" / "login")], []),
    ],
    ids=["all", "part", "dotted", "absolute"],
)
def test_arguments_pass_through(fake_pytest: FakePytest, results: Path, arguments: list[str], suite: list[str]) -> None:
    commands: list[Sequence[str]] = []

    def session(command: Sequence[str]) -> int:
        commands.append(command)
        return 0

    fake_pytest(session)
    run.main(["e2e", *arguments])
    expected = [*suite, *arguments]
    assert list(commands[0])[-len(expected) :] == expected
    assert not {"e2e"}.intersection(commands[0][: -len(expected)])
    assert str(results) in commands[0]


def test_a_report_of_nothing_says_what_to_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["report"]) == 1
    assert "No report: There are no results yet. Run make e2e first." in capsys.readouterr().err


def test_an_unknown_command_shows_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["dance"]) == 2
    assert "reports.run e2e" in capsys.readouterr().err
