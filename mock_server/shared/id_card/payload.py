"""The text of a QR code, as e-dowód writes it and the eDO App reads it: ``edo:<host>:<uuid>``."""

from dataclasses import dataclass
from uuid import UUID

SCHEME = "edo"


@dataclass(frozen=True)
class Payload:
    """What a code says: which transaction, at which host. Nothing about the person."""

    code: str
    host: str
    scheme: str = SCHEME

    def text(self) -> str:
        """The text in the QR."""
        return f"{self.scheme}:{self.host}:{self.code}"


def read(text: str) -> Payload | None:
    """Read a text in the form of a code; None when it has another form."""
    parts = text.strip().split(":")
    if len(parts) != 3:
        return None
    scheme, host, code = parts
    try:
        return Payload(str(UUID(code)), host.lower(), scheme.lower())
    except ValueError:
        return None
