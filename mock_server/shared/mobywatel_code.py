"""The text of a code, as login.mobywatel writes it and the app reads it.

Form (facts): ``8;D;1;;;9216;;<uuid>;<issued>;<expires>;<host>;0;3;;`` with the moments in milliseconds.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

_FIELDS = 15
_MOMENT = re.compile("-?[0-9]{1,15}")
"""Milliseconds since 1970, before it negative; of any year that a world's clock goes to."""
_HEAD = ("8", "D", "1", "", "", "9216", "")
_TAIL = ("0", "3", "", "")


@dataclass(frozen=True)
class Payload:
    """What a code says: which transaction, until when, at which host."""

    code: str
    issued_at: datetime
    expires_at: datetime
    host: str

    def text(self) -> str:
        """The text in the QR and on the tile."""
        moments = (str(round(moment.timestamp() * 1000)) for moment in (self.issued_at, self.expires_at))
        return ";".join((*_HEAD, self.code, *moments, self.host, *_TAIL))


@dataclass(frozen=True)
class ReadCode:
    """What the app makes of a text that has the right form."""

    code: str
    host: str


def read(text: str) -> ReadCode | None:
    """Read a text in the form of a code; None when it has another form."""
    parts = text.strip().split(";")
    if len(parts) != _FIELDS or tuple(parts[:7]) != _HEAD or tuple(parts[11:]) != _TAIL:
        return None
    try:
        code = str(UUID(parts[7]))
    except ValueError:
        return None
    return ReadCode(code, parts[10]) if all(_MOMENT.fullmatch(moment) for moment in parts[8:10]) else None
