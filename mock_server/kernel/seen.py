"""Which messages were accepted: each is remembered until its age alone is reason to refuse it."""

from collections import OrderedDict
from datetime import datetime
from hashlib import sha256


class Seen:
    """The ids of messages, however long; none has to go for another, so that no flood makes a replay possible.

    Their number has no bound but their time: whoever sends many fills the memory (32 bytes and a time each) until then.
    """

    def __init__(self) -> None:
        self._until: OrderedDict[bytes, datetime] = OrderedDict()  # a dict would look past all that has gone

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
