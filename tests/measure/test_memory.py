"""What browsers hold is told of each worker, and too much of it turns the run red."""

import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap.places import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="measured on Linux only")

HOLDING_MB = 100
STORIES = f"""
import subprocess, sys, pytest

@pytest.fixture(scope="session")
def holder():
    code = "held = b'x' * {HOLDING_MB}_000_000; print(flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        child.stdout.readline()
        yield
        child.communicate(b"\\n")

@pytest.mark.parametrize("number", range(20))
def test_it(number, holder): pass
"""


@pytest.mark.parametrize("workers", ["0", "2"])
@pytest.mark.parametrize(("most", "code"), [(None, 0), (500, 0), (50, 1)])
def test_too_much_is_red(tmp_path: Path, workers: str, most: int | None, code: int) -> None:
    (tmp_path / "test_it.py").write_text(STORIES)
    allowed = ("--most-memory", str(most)) if most else ()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", workers, "-p", "no:cacheprovider", "-p", "measure.memory", *allowed],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    names = ["gw0", "gw1"] if workers == "2" else ["one process"]
    told = [line for line in done.stdout.splitlines() if ": at most " in line]
    assert [line.partition(":")[0] for line in told] == names
    assert sum(int(line.split()[-2]) for line in told) == 20, "each worker tells of its own tests"
    assert all(HOLDING_MB < int(line.partition("at most ")[2].split()[0]) < 3 * HOLDING_MB for line in told)
    assert ("MB is more than 50, after test_it.py::test_it[" in done.stdout) == bool(code)
