"""A whole suite of another team, graded: as it is it sees all; without ten of its assertions exactly ten are named."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mock_server.check.grading import PLANTS

SAMPLE = (Path(__file__).parent / "sample" / "service_tests.py").read_text(encoding="utf-8")
ROOT = Path(__file__).parents[2]
SEES = re.compile(r"^( +)assert .*  # sees (\S+)$", re.MULTILINE)
NAMES = {name for _, name in SEES.findall(SAMPLE)}
PYTEST = ("-m", "pytest", "-p", "mock_server.pytest_plugin", "-p", "no:cacheprovider", "-q", "service_tests.py")
pytestmark = pytest.mark.timeout(900)


@pytest.fixture(autouse=True)
def takes_minutes(pytestconfig: pytest.Config) -> None:
    """A grading runs a suite fifteen times: ``make nightly`` does."""
    if pytestconfig.getoption("--answers") != "all":
        pytest.skip("a grading takes minutes: --answers all runs it")


def without(*names: str) -> str:
    """The suite without its assertions that see these."""
    return SEES.sub(lambda found: f"{found[1]}pass" if found[2] in names else found[0], SAMPLE)


def grade(suite: str, folder: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> dict[str, Any]:
    """What the command says of it."""
    for name in ("PRZEPUSTKA_URL", "PRZEPUSTKA_TOKEN", "PRZEPUSTKA_CA", "PYTEST_ADDOPTS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    (folder / "service_tests.py").write_text(suite, encoding="utf-8")
    own = (sys.executable, "-m", "mock_server", "grade", "--json", "grade.json", *words)
    ran = subprocess.run((*own, "--", sys.executable, *PYTEST), cwd=folder, check=False, capture_output=True, text=True)
    told: dict[str, Any] = json.loads((folder / "grade.json").read_text(encoding="utf-8"))
    assert ran.returncode == told["exit_code"], ran.stderr
    return told


def findings(told: dict[str, Any]) -> set[str]:
    return {trial["id"] for trial in told["trials"] if trial["assert"]}


def test_ten_assertions_are_removed_and_ten_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(NAMES) == 10
    told = grade(without(*NAMES), tmp_path, monkeypatch)
    assert findings(told) == NAMES
    assert told["exit_code"] == 1
    chosen = {trial["id"]: trial["tests"] for trial in told["trials"]}
    assert chosen["sig.none"] == ["service_tests.py::test_unsigned_answers_are_refused"]


def test_the_whole_suite_sees_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    altered = (NAMES | set(PLANTS)) - {"slow"}  # a login of five seconds for each of its tests, once in this file
    told = grade(SAMPLE, tmp_path, monkeypatch, "--only", ",".join(altered))
    assert {trial["id"]: trial["sight"] for trial in told["trials"]} == dict.fromkeys(altered, "noticed")
    assert told["exit_code"] == 0
