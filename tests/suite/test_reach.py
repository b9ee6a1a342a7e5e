"""Stories and unit tests: what is for the ones does not reach the others, and both run in one process."""

import json
import subprocess
import sys
from typing import Any

import pytest

from bootstrap.places import ROOT
from tests.reports.session import environment

OF_STORIES = "fixtures.evidence"
pytestmark = pytest.mark.timeout(300)  # thousands of tests are collected


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    plugins = ("-p", "tests.suite.telling", "-p", "no:cacheprovider", "-p", "no:hypothesispytest")
    command = [sys.executable, "-m", "pytest", "-q", *plugins, *arguments]
    told = environment() | variables
    return subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Every test of the project, as ``pytest .`` finds it."""
    file = tmp_path_factory.mktemp("reach") / "tests.json"
    done = run(".", "--collect-only", TELLING=str(file))
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return found


def test_hooks_of_the_stories_reach_stories_alone(collected: list[dict[str, Any]]) -> None:
    reached = {row["id"].split("/")[0] for row in collected if OF_STORIES in row["hooks"]}
    assert reached == {"e2e"}


def test_no_unit_test_is_given_what_watches_a_story(collected: list[dict[str, Any]]) -> None:
    watched = {"told_in_report", "stays_on_loopback", "catches_every_error"}
    assert {row["id"].split("/")[0] for row in collected if watched & set(row["fixtures"])} == {"e2e"}


def test_no_unit_test_is_run_once_a_browser(collected: list[dict[str, Any]]) -> None:
    units = [row["id"] for row in collected if row["id"].startswith("tests/")]
    assert len(units) > 1000
    assert [name for name in units if "chromium" in name.partition("[")[2]] == []


def test_red_unit_tests_end_in_order_whatever_they_call_a_world() -> None:
    done = run("tests/login/test_silent.py", ALL_RED="yes")
    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stdout[-2000:]
    assert "INTERNALERROR" not in done.stdout
    assert "passed" not in done.stdout.splitlines()[-1]


def test_units_run_after_a_story_in_the_process_of_its_browser() -> None:
    story = "e2e/article/test_entries.py"
    with_a_loop, with_a_browser = "tests/test_signal.py", "tests/pages/test_base.py"
    done = run(story, with_a_loop, with_a_browser, "e2e/article/test_instructions.py")
    assert done.returncode == 0, done.stdout[-3000:]
