"""What the person at the screen sees meanwhile."""

import sys
from typing import TextIO

from measure.progress import Line, so_far
from measure.strength.session import Progress


class Teller:
    """Tells how far a part of the run is."""

    def __init__(self, part: str, screen: TextIO = sys.stdout) -> None:
        self._part = part
        self._line = Line(screen)

    def __call__(self, progress: Progress) -> None:
        """Tell it."""
        self._line.tell(self.line(progress), progress.seconds)

    def line(self, progress: Progress) -> str:
        """One line."""
        done = progress.total - progress.open
        caught = f", {len(progress.settled.killed)} faults caught" if progress.settled.killed else ""
        time = so_far(done, progress.total, progress.seconds)
        return f"[{self._part}] {done} of {progress.total} settled{caught}, {time}"

    def end(self) -> None:
        """Leave the line."""
        self._line.end()
