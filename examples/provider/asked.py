"""What a login asked for."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Asked:
    """What this browser's login asked for, and when; the answer must be to it."""

    request_id: str
    level: str
    at: datetime
