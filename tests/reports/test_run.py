from collections.abc import Sequence
from pathlib import Path

import pytest

from reports import run


@pytest.fixture(autouse=True)
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(run, "RESULTS", tmp_path / "out" / "allure-results")
    html = tmp_path / "out" / "html"
    for name, file in (("HTML", html), ("INDEX", html / "index.html"), ("PATH_MAP", html / "paths.html")):
        monkeypatch.setattr(run, name, file)
    monkeypatch.setattr(run, "PATHS", tmp_path / "out" / "paths.json")
    monkeypatch.setattr(run, "record_failures", lambda _arguments: None)
    return tmp_path / "out"


@pytest.mark.parametrize(("suite", "report", "end"), [(0, 0, 0), (1, 0, 1), (2, 1, 2), (0, 1, 1)])
def test_a_failure_of_either_fails_the_run(monkeypatch: pytest.MonkeyPatch, suite: int, report: int, end: int) -> None:
    monkeypatch.setattr("subprocess.call", lambda *_command, **_options: suite)
    monkeypatch.setattr(run, "report", lambda: report)
    assert run.main(["e2e"]) == end


def test_where_nothing_ran_there_is_no_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("subprocess.call", lambda *_command, **_options: 5)
    assert run.main(["e2e", "-k", "nothing"]) == 5
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("arguments", "suite"), [(["-k", "mojeid"], ["e2e"]), (["e2e/login", "--headed"], [])], ids=["all", "part"]
)
def test_arguments_pass_through(
    monkeypatch: pytest.MonkeyPatch, out: Path, arguments: list[str], suite: list[str]
) -> None:
    commands: list[Sequence[str]] = []

    def call(command: Sequence[str], **_options: object) -> int:
        commands.append(command)
        return 0

    monkeypatch.setattr("subprocess.call", call)
    monkeypatch.setattr(run, "report", lambda: 0)
    run.main(["e2e", *arguments])
    expected = [*suite, *arguments]
    assert list(commands[0])[-len(expected) - 1 :] == [str(out / "allure-results"), *expected]


def test_a_run_leaves_nothing_of_the_last_one_and_what_others_wrote(monkeypatch: pytest.MonkeyPatch, out: Path) -> None:
    (out / "html").mkdir(parents=True)
    for page in ("index.html", "paths.html", "strength.html"):
        (out / "html" / page).touch()
    monkeypatch.setattr("subprocess.call", lambda *_command, **_options: 0)
    monkeypatch.setattr(run, "report", lambda: 0)
    run.main(["e2e"])
    assert [page.name for page in (out / "html").iterdir()] == ["strength.html"]


def test_a_report_of_nothing_says_what_to_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["report"]) == 1
    assert "No report: There are no results yet. Run make e2e first." in capsys.readouterr().err


def test_an_unknown_command_shows_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["dance"]) == 2
    assert "reports.run e2e" in capsys.readouterr().err
