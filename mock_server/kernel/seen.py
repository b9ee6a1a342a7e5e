"""Which messages were accepted: each is remembered until its age alone is reason to refuse it."""

from datetime import datetime
from hashlib import sha256


class Seen:
    """The ids of messages, however long; none has to go for another, so that no flood makes a replay possible."""

    def __init__(self) -> None:
        self._until: dict[bytes, datetime] = {}

    def __contains__(self, id: str) -> bool:  # noqa: A002
        return _digest(id) in self._until

    def __len__(self) -> int:
        return len(self._until)

    def add(self, id: str, until: datetime, now: datetime) -> None:  # noqa: A002
        """Remember a message until then; those whose time has passed go."""
        while self._until and self._until[oldest := next(iter(self._until))] <= now:
            del self._until[oldest]
        self._until[_digest(id)] = until


def _digest(id: str) -> bytes:  # noqa: A002
    return sha256(id.encode("utf-8", "replace")).digest()
