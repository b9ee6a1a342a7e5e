"""What forgets its oldest entries, so that a world that lives long does not grow for ever; it says so if it matters."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

KEPT = 2000
"""More logins than ever wait at once in one world."""

Listener = Callable[[str, int], None]
"""Told what was forgotten, and how many of its kind are kept."""
_listener: ContextVar[Listener | None] = ContextVar("told_of_what_is_forgotten", default=None)


@contextmanager
def telling(listener: Listener) -> Iterator[None]:
    """Tell this listener of all that is forgotten until the block ends, in this task only."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def _tell(what: str, kept: int) -> None:
    listener = _listener.get()
    if listener:
        listener(what, kept)


class Recent(dict[K, V]):
    """Keeps the last keys in the order in which they were first set, each by ``recent[key] = value``.

    Args:
        what: what it keeps, as it is told of one that had to go.
        kept: how many, ``KEPT`` unless given.
        missed: whether anybody misses a value that had to go; of any other nothing is told.
    """

    def __init__(self, what: str, kept: int | None = None, missed: Callable[[V], bool] = lambda _: True) -> None:
        super().__init__()
        self._what, self._kept, self._missed = what, kept or KEPT, missed
        self._gone: deque[K] = deque(maxlen=self._kept)

    def __setitem__(self, key: K, value: V) -> None:
        """Set a value; when there are too many, the oldest goes."""
        super().__setitem__(key, value)
        if len(self) > self._kept:
            oldest = next(iter(self))
            if self._missed(self.pop(oldest)):
                self._gone.append(oldest)
                _tell(self._what, self._kept)

    def made_room(self, key: K) -> bool:
        """Whether the value of this key had to go, and lately, though somebody may miss it."""
        return key in self._gone


class Latest(list[V]):
    """A list that keeps what was appended last.

    Args:
        what: what it keeps, as it is told of one that had to go.
        kept: how many, ``KEPT`` unless given.
    """

    def __init__(self, what: str, kept: int | None = None) -> None:
        super().__init__()
        self._what, self._kept = what, kept or KEPT

    def append(self, value: V) -> None:
        """Append a value; when there are too many, the oldest goes."""
        super().append(value)
        if len(self) > self._kept:
            del self[0]
            _tell(self._what, self._kept)
