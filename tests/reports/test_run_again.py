"""What a run does beside or after another: the last one's failures, a second walk, known issues, traces, a folder."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from reports import run
from reports.front.verdict import Verdict
from reports.pages import Pages
from reports.paths import PathRow
from reports.results import ReportError
from tests.reports.conftest import WriteResult
from tests.reports.running import FakePytest, fake_pytest, out, verdict, write_pages
from tests.reports.test_paths import PATH

__all__ = ["fake_pytest", "out"]


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
        (1, verdict(), "passed", 1),
    ],
    ids=["known", "another one", "expired too", "expired alone", "cut short", "one left nothing", "the run itself"],
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
    said, warned = capsys.readouterr()
    assert ("1 known: " in said) is bool(ended.known)
    assert ("1 expired: " in said) is bool(ended.expired)
    assert ("All that failed is known" in said) is (pytest_ends == 1 and end == 0)
    assert ("No test failed, and yet the run ended with an error" in warned) is (ended == verdict() and end == 1)


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
    with pytest.raises(SystemExit) as wrong:
        run.main(["report", "--fold"])
    assert wrong.value.code == 2
