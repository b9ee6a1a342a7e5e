"""The machine: its cores, and what a process takes of it. Linux tells; elsewhere these parts are left out."""

import os
import platform
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


class NotMeasurable(Exception):
    """This machine cannot measure that; the text says what is missing."""


@dataclass(frozen=True)
class Cores:
    """Which core the server gets, and which ones remain for the clients (the same, where there is but one)."""

    server: frozenset[int]
    clients: frozenset[int]


def share_cores() -> Cores:
    """Give the server the last core.

    Raises:
        NotMeasurable: the system cannot pin a process.
    """
    if not hasattr(os, "sched_setaffinity"):
        raise NotMeasurable("pinning to one core needs Linux (os.sched_setaffinity)")
    cores = sorted(os.sched_getaffinity(0))
    return Cores(frozenset(cores[-1:]), frozenset(cores[:-1] or cores))


@contextmanager
def pinned(cores: frozenset[int]) -> Iterator[None]:
    """Run this process, and whatever it starts meanwhile, on these cores only."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def resident_mb(pid: int) -> float:
    """Megabytes (10⁶ bytes) that a process holds in memory."""
    found = re.search(r"VmRSS:\s+(\d+) kB", _of_process(pid, "status"))
    return int(found[1]) * 1024 / 1e6 if found else 0.0


def cpu_seconds(pid: int) -> float:
    """Seconds of processor time that a process has used in all its threads."""
    fields = _of_process(pid, "stat").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def conditions() -> dict[str, object]:
    """What the machine is, and how busy it is by others, for the record."""
    return {
        "cores": os.cpu_count(),
        "load_average": list(os.getloadavg()),
        "python": platform.python_version(),
        "system": platform.platform(),
    }


def _of_process(pid: int, name: str) -> str:
    file = Path(f"/proc/{pid}/{name}")
    if not file.is_file():
        raise NotMeasurable("memory and processor time of a process need /proc (Linux)")
    return file.read_text(encoding="utf-8")
