import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from measure import processes
from measure.processes import BrowserTime, Process, Tree, held_mb, tree_now

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="measured on Linux only")

HELD_MB = 150
HOLD = f"held = b'x' * {HELD_MB}_000_000; print(flush=True); input()"
WORK_S = 0.4
WORK = f"import time\nwhile time.process_time() < {WORK_S}: pass"
PASS_ON = "import subprocess, sys; subprocess.run([sys.executable, '-c', {code!r}])"


@contextmanager
def waiting_for(*command: str) -> Iterator[int]:
    """A child that has said a line and ends when the block does; yields its number."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.readline()
        yield child.pid
        child.communicate(b"\n")


def grandchild(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", PASS_ON.format(code=code))


def test_memory_is_that_of_all_below() -> None:
    before = held_mb(os.getpid())
    with waiting_for(*grandchild(HOLD)):
        assert HELD_MB < held_mb(os.getpid()) - before < 1.5 * HELD_MB


def test_below_one_are_its_children_and_theirs_and_nobody_else() -> None:
    with waiting_for(*grandchild("print(flush=True); input()")) as child:
        tree = tree_now()
        below = {process.pid for process in tree.below(os.getpid())}
        (its_own,) = tree.below(child)
        assert {child, its_own.pid} <= below
        assert not {os.getpid(), os.getppid()} & below


@pytest.mark.parametrize(
    ("name", "counted"),
    [("firefox-esr", True), ("chrome", True), ("headless_shell", True), ("chromedriver", False), ("node", False)],
)
def test_time_of_a_browser_is_its_own_and_that_of_all_its_processes(
    tmp_path: Path, name: str, *, counted: bool
) -> None:
    program = tmp_path / name
    program.symlink_to(sys.executable)
    ended = PASS_ON.format(code=WORK)
    browsers = BrowserTime()
    with waiting_for(str(program), "-c", f"{ended}\n{WORK}\nprint(flush=True)\ninput()"):
        browsers.look(os.getpid())
        browsers.look(os.getpid())
    assert (1.9 * WORK_S < browsers.seconds < 4 * WORK_S) if counted else not browsers.seconds
    alone = browsers.seconds
    with waiting_for(str(program), "-c", f"{WORK}\nprint(flush=True)\ninput()"):
        browsers.look(os.getpid())
    assert browsers.seconds >= alone + counted * 0.9 * WORK_S, "what another browser took before is forgotten"


def test_what_outlives_its_browser_is_not_counted_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    browser, renderer = Process(2, "chromium", 1, 3.0), Process(3, "chromium", 2, 4.0)
    looks = iter([Tree({1: [browser], 2: [renderer]}), Tree({1: [Process(3, "chromium", 1, 4.5)]})])
    monkeypatch.setattr(processes, "tree_now", lambda: next(looks))
    browsers = BrowserTime()
    browsers.look(1)
    browsers.look(1)
    assert browsers.seconds == 7.0
