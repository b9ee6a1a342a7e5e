"""What may be used once: assertions, artifacts, requests to log out."""

from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock


@dataclass
class Once:
    """Remembers what was used, for as long as it would be good for another use."""

    _until: dict[str, datetime] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def use(self, what: str, until: datetime, now: datetime) -> bool:
        """Whether this is the first use; of two at the same moment, one is."""
        with self._lock:
            self._until = {used: end for used, end in self._until.items() if now < end}
            if what in self._until:
                return False
            self._until[what] = until
            return True
