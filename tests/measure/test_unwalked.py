"""What no story walks is told with its place and its words, whichever process walked the rest."""

import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap.places import ROOT

MOCK = """
def sign(number):
    if number < 0:
        return "-"
    return "+"

def nobody():
    return 1

def half(number):
    if number:
        number = 0
    return number
"""
STORIES = """
from mock_server import site
def test_plus(): assert site.sign(1) == "+"
def test_half(): assert site.half(1) == 0
def test_minus(): assert site.sign(-1) == "-"
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A mock of one site, its stories, and a room that stories do not walk."""
    for room in ("mock_server", "mock_server/check", "e2e"):
        (tmp_path / room).mkdir()
        (tmp_path / room / "__init__.py").touch()
    (tmp_path / "mock_server" / "site.py").write_text(MOCK)
    (tmp_path / "mock_server" / "check" / "judge.py").write_text(MOCK)
    (tmp_path / "e2e" / "test_it.py").write_text(STORIES)
    (tmp_path / "plugin.py").write_text(
        "from pathlib import Path\nimport measure.unwalked as real\n"
        "real.FOLDER, real.TOLD = Path('data').resolve(), Path('told.txt').resolve()\n"
        "real.Unwalked.__init__.__defaults__ = (real.FOLDER, real.TOLD)\n"
        "pytest_load_initial_conftests = real.pytest_load_initial_conftests\n"
    )
    (tmp_path / "pytest.ini").write_text("[pytest]\npythonpath = .\n")
    return tmp_path


@pytest.mark.parametrize("workers", ["0", "2"])
def test_what_nobody_walked_is_told(house: Path, workers: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "e2e", "-n", workers, "-p", "no:cacheprovider", "-p", "plugin"],
        cwd=house,
        env={"PYTHONPATH": f"{house}:{ROOT}", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    told = (house / "told.txt").read_text().splitlines()
    assert told == ["mock_server/site.py:8: return 1", "mock_server/site.py:11: 1 of 2 ways: if number:"]
    assert "2 lines and branches were walked by none" in done.stdout
