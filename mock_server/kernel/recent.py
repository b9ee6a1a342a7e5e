"""A dictionary that forgets its oldest entries, so that a world that lives long does not grow for ever."""

from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

KEPT = 2000
"""More logins than ever wait at once in one world."""


class Recent(dict[K, V]):
    """Keeps the last ``kept`` keys in the order in which they were first set, each by ``recent[key] = value``."""

    def __init__(self, kept: int = KEPT) -> None:
        super().__init__()
        self._kept = kept

    def __setitem__(self, key: K, value: V) -> None:
        """Set a value; when there are too many, the oldest goes."""
        super().__setitem__(key, value)
        if len(self) > self._kept:
            del self[next(iter(self))]
