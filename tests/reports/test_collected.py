"""The plugin that keeps tests from vanishing, on a suite of its own: no browser, no server."""

import signal
import subprocess
from pathlib import Path
from unittest.mock import ANY

import pytest

from bootstrap.children import started
from bootstrap.places import ROOT
from reports.collected import CollectedTest, read_collected
from reports.missing import without_result
from reports.results import read_results
from tests.reports.session import command, environment, run

PLUGIN = "fixtures.collected"
KILLED = """
import os, signal, pytest
class Path:
    id, entry, method, provider, confirmation = "p1", "menu", "mojeid", "ing", None
    destination, language = "ikp", "pl"
@pytest.mark.parametrize(("path", "device"), [(Path, "pixel")])
def test_path(path, device): pass
def test_killed(): os.kill(os.getpid(), signal.SIGKILL)
def test_other(): pass
"""
FULL = """
from allure_commons.logger import AllureFileLogger
def full(*_): raise OSError(28, "No space left on device")
AllureFileLogger._report_item = full
"""
WAITS = """
import pytest
def test_first(): pass
def test_waits():
    print("waiting", flush=True)
    import threading; threading.Event().wait()
def test_last(): pass
"""


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    folder = tmp_path / "suite"
    folder.mkdir()
    (folder / "test_it.py").write_text(KILLED)
    return folder


def names(tests: list[CollectedTest]) -> set[str]:
    return {test.nodeid.partition("::")[2] for test in tests}


@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_killed_test_is_known_to_have_begun_and_left_nothing(suite: Path, tmp_path: Path, workers: str) -> None:
    run(suite, PLUGIN, "-n", workers, "--alluredir", str(tmp_path / "results"))
    collected = read_collected(tmp_path / "results")
    assert names(collected) == {"test_path[Path-pixel]", "test_killed", "test_other"}
    missing = without_result(collected, read_results(tmp_path / "results"))
    assert "test_killed" in names([test for test in missing if test.began])
    crashes = [test.crash for test in collected if test.crash]
    assert crashes == ([] if workers == "0" else [ANY])
    assert all("crashed while running" in crash and "test_killed" in crash for crash in crashes)
    assert "test_path[Path-pixel]" not in names(missing)
    (path,) = [dict(test.parameters) for test in collected if "path" in test.parameters]
    assert path == {
        "path": "p1",
        "entry": "menu",
        "method": "mojeid",
        "provider": "ing",
        "confirmation": "",
        "destination": "ikp",
        "language": "pl",
        "device": "pixel",
        "browser": "",
    }


@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_full_disk_ends_no_session(suite: Path, tmp_path: Path, workers: str) -> None:
    (suite / "test_it.py").write_text("def test_good(): pass\ndef test_other(): pass\n")
    (suite / "conftest.py").write_text(FULL)
    done = run(suite, PLUGIN, "-n", workers, "-W", "error", "--alluredir", str(tmp_path / "results"))
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "INTERNALERROR" not in done.stdout + done.stderr
    assert "No space left" in done.stdout
    collected = read_collected(tmp_path / "results")
    assert names(without_result(collected, read_results(tmp_path / "results"))) == {"test_good", "test_other"}


def test_a_selection_counts_what_it_chose(suite: Path, tmp_path: Path) -> None:
    run(suite, PLUGIN, "-k", "path or other", "--alluredir", str(tmp_path / "results"))
    assert names(read_collected(tmp_path / "results")) == {"test_path[Path-pixel]", "test_other"}


@pytest.mark.parametrize("arguments", [("-k", "no such"), ("--collect-only",), ("-k", "none")])
def test_where_nothing_is_run_nothing_is_collected(suite: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    run(suite, PLUGIN, *arguments, "--alluredir", str(tmp_path / "results"))
    assert read_collected(tmp_path / "results") == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_test_that_is_stopped_has_not_passed(suite: Path, tmp_path: Path, number: signal.Signals) -> None:
    (suite / "test_it.py").write_text(WAITS)
    told = command(suite, PLUGIN, "-p", "fixtures.stopping", "-s", "--alluredir", str(tmp_path / "results"))
    with started(told, cwd=ROOT, env=environment(), stdout=subprocess.PIPE) as session:
        assert session.stdout
        assert any(b"waiting" in line for line in session.stdout)
        session.send_signal(number)
        session.communicate()
        assert session.returncode == pytest.ExitCode.INTERRUPTED
    ended = {result.nodeid.partition("::")[2]: result.status for result in read_results(tmp_path / "results").values()}
    assert ended == {"test_first": "passed", "test_waits": "broken"}
