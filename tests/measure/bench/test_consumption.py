import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from measure.bench.runners.consumption import consumption, descendants, held_mb

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="measured on Linux only")

WORK_S = 1.2
WORK = f"import time\nwhile time.process_time() < {WORK_S}: pass"
HELD_MB = 150
HOLD = f"held = b'x' * {HELD_MB}_000_000; print(flush=True); input()"


@contextmanager
def grandchild(code: str) -> Iterator[int]:
    """A child whose child runs this until the block ends, and has said a line; yields the child's id."""
    passing_on = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {code!r}])"
    with subprocess.Popen([sys.executable, "-c", passing_on], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.readline()
        yield child.pid
        child.communicate(b"\n")


def test_work_of_a_process_whose_parent_is_gone_counts_and_so_does_its_memory() -> None:
    orphaning = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {WORK!r}])"
    with consumption() as taken:
        subprocess.run([sys.executable, "-c", orphaning], check=True)
    assert WORK_S <= taken.cpu_s < 2 * WORK_S
    assert taken.memory_mb > 1


def test_memory_is_that_of_all_descendants() -> None:
    before = held_mb(os.getpid())
    with grandchild(HOLD):
        assert HELD_MB < held_mb(os.getpid()) - before < 1.5 * HELD_MB


def test_descendants_are_children_and_theirs_and_nobody_else() -> None:
    with grandchild("print(flush=True); input()") as child:
        (its_own,) = descendants(child)
        assert {child, its_own} <= set(descendants(os.getpid()))
        assert not {os.getpid(), os.getppid()} & set(descendants(os.getpid()))
