"""What the person at the screen sees meanwhile."""

import sys
from typing import TextIO

from reports.strength.session import Progress

_EVERY = 15.0


class Teller:
    """Tells how far a part of the run is: in place on a terminal, else a line every now and then."""

    def __init__(self, part: str, screen: TextIO = sys.stdout) -> None:
        self._part = part
        self._screen = screen
        self._told = -_EVERY

    def __call__(self, progress: Progress) -> None:
        """Tell it."""
        if self._screen.isatty():
            self._screen.write(f"\r\x1b[K{self.line(progress)}")
        elif progress.seconds - self._told >= _EVERY:
            self._told = progress.seconds
            self._screen.write(self.line(progress) + "\n")
        self._screen.flush()

    def line(self, progress: Progress) -> str:
        """One line."""
        done = progress.total - progress.open
        left = ""
        if done and progress.open:
            left = f", about {_time(progress.seconds / done * progress.open)} to go"
        caught = f", {len(progress.settled.killed)} faults caught" if progress.settled.killed else ""
        return f"[{self._part}] {done} of {progress.total} settled{caught}, {_time(progress.seconds)}{left}"

    def end(self) -> None:
        """Leave the line."""
        if self._screen.isatty():
            self._screen.write("\n")


def _time(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
