"""What a grading is asked for: on the command line, and by the options of the plugin."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mock_server.command.words import main
from mock_server.grade.options import read_grade_options
from mock_server.grade.suite import Command
from mock_server.server.option_values import GRADING_VARIABLE

pytest_plugins = ["pytester"]
PLUGIN = ("-p", "mock_server.pytest_plugin", "-p", "no:cacheprovider")
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def nothing_around(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PRZEPUSTKA_URL", "PRZEPUSTKA_TOKEN", "PRZEPUSTKA_CA", "PYTEST_ADDOPTS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def test_all_after_two_hyphens_is_the_command() -> None:
    options = read_grade_options(["--only", "sig.*,slow", "--", "npm", "test", "--", "--only", "x"], "przepustka")
    assert options.command == ("npm", "test", "--", "--only", "x")
    assert options.only == ("sig.*", "slow")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["npm", "test"], "unrecognized arguments: npm test"),
        ([], "-- npm test"),
        (["--only", "sig.non", "--", "true"], "near: sig.none"),
        (["--slow-seconds", "0", "--", "true"], "above 0"),
        (["--mock-url", "mock", "--", "true"], "PRZEPUSTKA_URL"),
    ],
    ids=["no-hyphens", "nothing", "unknown", "slow", "url"],
)
def test_a_wrong_word_is_told_what_to_write(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["grade", *words])
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_a_command_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["grade", "--", "nothing-like-this"]) == 2
    assert "nothing-like-this" in capsys.readouterr().out


def test_a_mock_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["grade", "--mock-url", "http://127.0.0.1:9", "--", "true"]) == 2
    told = capsys.readouterr()
    assert "no mock answers" in told.out
    assert told.err == ""


def test_reasons_of_something_else_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "skips.yaml").write_text("slowly: we know", encoding="utf-8")
    assert main(["grade", "--skip", os.fspath(tmp_path / "skips.yaml"), "--", "true"]) == 2
    assert "near: slow" in capsys.readouterr().err


def test_pytest_grades_the_run_that_was_asked_for(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_it(przepustka_world):\n    assert not przepustka_world.people()\n")
    ran = pytester.runpytest_subprocess(*PLUGIN, "--przepustka-grade")
    assert ran.ret == 2
    ran.stdout.fnmatch_lines(["no grade: the tests are green, but no login came to its end at the mock", "*1 passed*"])


def test_a_red_run_of_pytest_is_not_graded(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_it():\n    assert False\n")
    ran = pytester.runpytest_subprocess(*PLUGIN, "--przepustka-grade")
    assert ran.ret == 2
    ran.stdout.fnmatch_lines(["no grade: the first run, with nothing altered, is not green: exit code 1", "*1 failed*"])


def test_a_run_that_is_graded_grades_no_other(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(GRADING_VARIABLE, str(pytester.path))
    pytester.makepyfile("def test_it():\n    pass\n")
    pytester.runpytest_subprocess(*PLUGIN, "--przepustka-grade").assert_outcomes(passed=1)


def test_an_unknown_name_is_told_by_pytest(pytester: pytest.Pytester) -> None:
    ran = pytester.runpytest_subprocess(*PLUGIN, "--przepustka-grade", "--przepustka-grade-only", "sig.non")
    assert ran.ret == pytest.ExitCode.USAGE_ERROR
    ran.stderr.fnmatch_lines(["*near: sig.none*"])


def test_who_ends_it_ends_the_tests_too(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "held")
    tests = "exec > held; echo begun; exec sleep 600"
    words = (sys.executable, "-m", "mock_server", "grade", "--", "sh", "-c", tests)
    grading = subprocess.Popen(words, cwd=tmp_path, stderr=subprocess.PIPE)
    with (tmp_path / "held").open("rb") as held:
        assert held.readline() == b"begun\n"
        grading.terminate()
        assert held.read() == b""
    assert b"stopped" in grading.communicate()[1]
    assert grading.returncode == 2


def test_tests_that_start_while_somebody_stops_it_are_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []

    class StoppedMeanwhile(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - Popen's
            super().__init__(*arguments, **options)
            begun.append(self)
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr("mock_server.grade.suite.subprocess.Popen", StoppedMeanwhile)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
    try:
        with pytest.raises(KeyboardInterrupt):
            Command(("sleep", "600"), {}).run()
    finally:
        signal.signal(signal.SIGINT, before)
    assert begun[0].poll() is not None
