"""How much of a service a visitor bears."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What ends a request or a visit.

    Attributes:
        seconds: for one request, from the connection to the last byte, however the service drips.
        size: bytes of one body, packed or unpacked.
        hops: redirects and self-sending forms in a row.
    """

    seconds: float = 20
    size: int = 4_000_000
    hops: int = 20
