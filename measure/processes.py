"""The processes below one: what they hold of memory, and what browsers among them take of the processor.

Linux tells, in whole ticks: a hundredth of a second, as a rule.
"""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

_PROC = Path("/proc")
_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)
_TICKS = os.sysconf("SC_CLK_TCK")
_BROWSER = re.compile(r"(?!chromedriver)(chrom|headless_shell|firefox|msedge)")
"""What the names of browsers begin with, as the system tells them: 15 characters at most."""


@dataclass(frozen=True)
class Process:
    """One that runs.

    Attributes:
        pid: its number.
        name: of its program.
        parent: the number of the one that started it, or that has adopted it.
        seconds: of processor time, its own and that of all children that have ended.
    """

    pid: int
    name: str
    parent: int
    seconds: float


@dataclass(frozen=True)
class Tree:
    """All that run at a moment, each with its children."""

    children: Mapping[int, list[Process]]

    def below(self, pid: int) -> Iterator[Process]:
        """The children of a process, theirs, and so on."""
        for child in self.children.get(pid, []):
            yield child
            yield from self.below(child.pid)

    def browsers(self, pid: int) -> Iterator[Process]:
        """The browsers below a process; not the further processes of each."""
        for child in self.children.get(pid, []):
            if _BROWSER.match(child.name):
                yield child
            else:
                yield from self.browsers(child.pid)


def tree_now() -> Tree:
    """The processes of this moment."""
    children: dict[int, list[Process]] = {}
    for stat in _PROC.glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended
            process = _process(stat.read_text(errors="replace"))
            children.setdefault(process.parent, []).append(process)
    return Tree(children)


def held_mb(pid: int) -> float:
    """Megabytes (10⁶ bytes) that the processes below one hold now, shared pages shared out (PSS)."""
    return sum(_shared_out_mb(process.pid) for process in tree_now().below(pid))


@dataclass
class BrowserTime:
    """Sums up what browsers take, look by look: what one takes after the last look at it is missing."""

    _seconds: dict[int, float] = field(default_factory=dict)
    _counted: set[int] = field(default_factory=set)

    def look(self, pid: int) -> None:
        """At the browsers that run below a process now. What outlives its browser has been counted with it."""
        tree = tree_now()
        for browser in tree.browsers(pid):
            if browser.pid in self._counted:
                continue
            further = list(tree.below(browser.pid))
            self._counted.update(process.pid for process in further)
            now = browser.seconds + sum(process.seconds for process in further)
            self._seconds[browser.pid] = max(now, self._seconds.get(browser.pid, 0.0))

    @property
    def seconds(self) -> float:
        """Of processor time, of all browsers so far."""
        return sum(self._seconds.values())


def _process(stat: str) -> Process:
    """Read proc_pid_stat(5)."""
    number, _, rest = stat.partition(" (")
    name, _, fields = rest.rpartition(") ")
    told = fields.split()
    return Process(int(number), name, int(told[1]), sum(map(int, told[11:15])) / _TICKS)


def _shared_out_mb(pid: int) -> float:
    with suppress(OSError):
        held = _PSS.search((_PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii"))
        return int(held[1]) * 1024 / 1e6 if held else 0.0
    return 0.0
