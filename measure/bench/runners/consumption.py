"""What a piece of work takes of the machine, with all the processes that it starts. Linux tells."""

import ctypes
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Thread
from time import perf_counter

from measure.bench.machine import NotMeasurable
from measure.processes import BrowserTime, held_mb

_SET_CHILD_SUBREAPER = 36
"""prctl(2), PR_SET_CHILD_SUBREAPER."""
_EVERY_S = 1.0
"""Seconds between two looks: one at the memory of a browser's processes takes some 50 ms."""
_ORPHANS_S = 60.0
"""Seconds in which a process whose parent has ended should end, too, on a busy machine."""


@dataclass
class Consumption:
    """What was taken.

    Attributes:
        wall_s: seconds.
        cpu_s: seconds of processor time, user and system, of all processes that were started.
        memory_mb: the most megabytes (10⁶ bytes) that these held at once, shared pages shared out (PSS).
        browser_s: of the processor time, at least what browsers took: up to the last look at each.
    """

    wall_s: float = 0.0
    cpu_s: float = 0.0
    memory_mb: float = 0.0
    browser_s: float = 0.0


@contextmanager
def consumption() -> Iterator[Consumption]:
    """Measure what is started and ends in the block; the numbers are there afterwards."""
    _adopt_orphans(adopt=True)
    taken, done = Consumption(), Event()
    watcher = Thread(target=_watch, args=(taken, done))
    cpu, begun = _cpu_of_children(), perf_counter()
    watcher.start()
    try:
        yield taken
    finally:
        taken.wall_s = perf_counter() - begun
        _bury_orphans()
        _adopt_orphans(adopt=False)
        done.set()
        watcher.join()
        taken.cpu_s = _cpu_of_children() - cpu


def _adopt_orphans(*, adopt: bool) -> None:
    """A browser outlives who started it by a moment; what it took counts only where its new parent waits for it."""
    if sys.platform != "linux":
        raise NotMeasurable("what a tree of processes takes is measured on Linux only")
    ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, int(adopt), 0, 0, 0)


def _bury_orphans() -> None:
    pause, until = Event(), perf_counter() + _ORPHANS_S
    with suppress(ChildProcessError):  # there is none any more
        while perf_counter() < until:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                pause.wait(0.02)
        raise NotMeasurable(f"what was started still runs {_ORPHANS_S:.0f} s after it should have ended")


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(taken: Consumption, done: Event) -> None:
    browsers = BrowserTime()
    while not done.wait(_EVERY_S):
        taken.memory_mb = max(taken.memory_mb, held_mb(os.getpid()))
        browsers.look(os.getpid())
        taken.browser_s = browsers.seconds
