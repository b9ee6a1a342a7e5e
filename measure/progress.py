"""What the person at the screen sees of a long run."""

import sys
from typing import TextIO

_EVERY = 15.0


class Line:
    """A line that is told again and again: in place on a terminal, else every now and then."""

    def __init__(self, screen: TextIO = sys.stdout) -> None:
        self._screen = screen
        self._told = -_EVERY

    def tell(self, words: str, seconds: float) -> None:
        """Tell it, so many seconds after the beginning."""
        if self._screen.isatty():
            self._screen.write(f"\r\x1b[K{words}")
        elif seconds - self._told >= _EVERY:
            self._told = seconds
            self._screen.write(words + "\n")
        self._screen.flush()

    def end(self) -> None:
        """Leave the line."""
        if self._screen.isatty():
            self._screen.write("\n")


def so_far(done: int, total: int, seconds: float) -> str:
    """How long it took, and how long it will."""
    left = f", about {spoken(seconds / done * (total - done))} to go" if 0 < done < total else ""
    return f"{spoken(seconds)}{left}"


def spoken(seconds: float) -> str:
    """A time as a person tells it."""
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
