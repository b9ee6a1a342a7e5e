"""A dictionary that forgets its oldest entries, so that a world that lives long does not grow for ever."""

from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

KEPT = 5000
"""More logins than ever wait at once in one world."""


class Recent(dict[K, V]):
    """Keeps the last ``KEPT`` keys in the order in which they were first set."""

    def __setitem__(self, key: K, value: V) -> None:
        """Set a value; when there are too many, the oldest goes."""
        super().__setitem__(key, value)
        if len(self) > KEPT:
            del self[next(iter(self))]
