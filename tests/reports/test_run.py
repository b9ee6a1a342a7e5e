import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from bootstrap.places import ROOT
from reports import attempts, run
from reports.front.verdict import Verdict
from reports.pages import Pages
from reports.paths import PathRow, write_paths
from reports.results import ReportError
from tests.reports.conftest import WriteResult
from tests.reports.test_paths import PATH

Pytest = Callable[[Sequence[str]], int]
FakePytest = Callable[[Pytest], None]


def verdict(*, good: bool = True, known: int = 0, expired: int = 0) -> Verdict:
    return Verdict(good, 2, 2 - known, 0, known, expired, "", 2, 2 - known)


def write_pages(_results: Path, rows: Sequence[PathRow], pages: Pages) -> Verdict:
    write_paths(rows, pages.paths)
    pages.front.write_text("new")
    if pages.folder:
        pages.allure.mkdir()
    page = pages.allure / "index.html" if pages.folder else pages.allure
    page.write_text("new")
    return verdict(good=all(row.passed for row in rows))


@pytest.fixture(autouse=True)
def out(tmp_path: Path, results: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    html, out = tmp_path / "out" / "html", tmp_path / "out"
    places = {
        "RESULTS": results,
        "JUNIT": out / "junit.xml",
        "INDEX": html / "index.html",
        "ALLURE": html / "allure.html",
        "ALLURE_FOLDER": html / "allure",
        "PATHS": out / "paths.json",
    }
    for name, file in places.items():
        monkeypatch.setattr(run, name, file)
    monkeypatch.setattr(attempts, "RESULTS", results)
    monkeypatch.setattr(attempts, "EARLIER", out / "before")
    monkeypatch.setattr(run, "record_failures", lambda _before, _arguments: None)
    monkeypatch.setattr(run, "build_pages", write_pages)
    return out


@pytest.fixture
def old_report(out: Path) -> list[Path]:
    """A report of an earlier run, and a page that another command wrote."""
    (out / "html").mkdir()
    pages = [out / "html" / "index.html", out / "html" / "allure.html", out / "paths.json", out / "html" / "flake.html"]
    for page in pages:
        page.write_text("old")
    return pages


@pytest.fixture
def fake_pytest(monkeypatch: pytest.MonkeyPatch, results: Path) -> FakePytest:
    """Let a function be the pytest session; like pytest, it finds an empty folder."""

    def replace(session: Pytest) -> None:
        def call(command: Sequence[str], **_options: Any) -> int:  # noqa: ANN401
            results.mkdir(exist_ok=True)
            assert not list(results.iterdir())
            return session(command)

        monkeypatch.setattr(run, "call", call)

    return replace


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


def test_a_red_report_is_opened_too(
    monkeypatch: pytest.MonkeyPatch, write_result: WriteResult, capsys: pytest.CaptureFixture[str]
) -> None:
    write_result(1, path="p1", status="", **PATH)
    monkeypatch.setattr(run, "open_report", lambda: print("opened"))
    assert run.main(["report", "--open"]) == 1
    assert capsys.readouterr().out.endswith("opened\n")


def test_who_asks_for_a_trace_that_is_not_there_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(part: str) -> None:
        raise ReportError(f"No trace of {part}.")

    monkeypatch.setattr(run, "open_trace", refuse)
    assert run.main(["trace", "mbank"]) == 1
    assert capsys.readouterr().err == "No trace of mbank.\n"


def test_a_run_that_goes_on_from_the_last_tells_of_both(
    fake_pytest: FakePytest, write_result: WriteResult, out: Path
) -> None:
    write_result(1, path="p1", **PATH)
    write_result(2, path="p2", status="failed", **PATH)

    def session(_command: Sequence[str]) -> int:
        write_result(2, path="p2", milliseconds=2, **PATH).rename(out / "allure-results" / "again-result.json")
        return 0

    fake_pytest(session)
    assert run.main(["e2e", "--lf"]) == 0
    assert json.loads((out / "paths.json").read_text())["total"] == 2
    assert len(list((out / "allure-results").glob("*-result.json"))) == 3


def test_failures_are_walked_again_after_maxfail_and_never_after_a_stop(
    monkeypatch: pytest.MonkeyPatch, fake_pytest: FakePytest, write_result: WriteResult
) -> None:
    recorded: list[Sequence[str]] = []
    monkeypatch.setattr(run, "record_failures", lambda _before, arguments: recorded.append(arguments))

    def cut_short(_command: Sequence[str]) -> int:
        write_result(1, path="p1", status="failed", **PATH)
        return 2

    fake_pytest(cut_short)
    assert run.main(["e2e", "-x"]) == 2
    assert recorded == [["e2e", "-x"]]

    def stopped(_command: Sequence[str]) -> int:
        write_result(1, path="p1", status="failed", **PATH)
        raise KeyboardInterrupt

    fake_pytest(stopped)
    assert run.main(["e2e"]) == 130
    assert len(recorded) == 1


@pytest.mark.parametrize(
    ("pytest_ends", "ended", "second", "end"),
    [
        (1, verdict(known=1), "failed", 0),
        (1, verdict(good=False, known=1), "failed", 1),
        (1, verdict(good=False, known=1, expired=1), "failed", 1),
        (0, verdict(good=False, expired=1), "passed", 1),
        (2, verdict(known=1), "failed", 2),
        (1, verdict(known=1), "", 1),
    ],
    ids=["known", "another one", "expired too", "expired alone", "cut short", "one left nothing"],
)
def test_a_known_issue_is_not_red_until_it_expires(
    fake_pytest: FakePytest,
    write_result: WriteResult,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    pytest_ends: int,
    ended: Verdict,
    second: str,
    end: int,
) -> None:
    def session(_command: Sequence[str]) -> int:
        write_result(1, path="p1", **PATH)
        write_result(2, path="p2", status=second, **PATH)
        return pytest_ends

    def build(results: Path, rows: Sequence[PathRow], pages: Pages) -> Verdict:
        write_pages(results, rows, pages)
        return ended

    monkeypatch.setattr(run, "build_pages", build)
    fake_pytest(session)
    assert run.main(["e2e"]) == end
    said = capsys.readouterr().out
    assert ("1 known: " in said) is bool(ended.known)
    assert ("1 expired: " in said) is bool(ended.expired)
    assert ("All that failed is known" in said) is (pytest_ends == 1 and end == 0)


def test_allures_report_is_one_file_or_one_folder(
    fake_pytest: FakePytest, write_result: WriteResult, out: Path
) -> None:
    commands: list[Sequence[str]] = []

    def session(command: Sequence[str]) -> int:
        commands.append(command)
        write_result(1, path="p1", **PATH)
        return 0

    def there() -> set[str]:
        return {file.relative_to(out / "html").as_posix() for file in (out / "html").rglob("*") if file.is_file()}

    fake_pytest(session)
    assert run.main(["e2e", "--folder", "-x"]) == 0
    assert there() == {"index.html", "allure/index.html"}
    assert "--folder" not in commands[0]
    assert run.main(["report", "--folder"]) == 0
    assert there() == {"index.html", "allure/index.html"}
    assert run.main(["report"]) == 0
    assert there() == {"index.html", "allure.html"}
    assert run.main(["report", "--fold"]) == 2


def test_an_unknown_command_shows_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["dance"]) == 2
    assert "reports.run e2e" in capsys.readouterr().err
