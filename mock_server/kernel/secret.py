"""Values nobody can guess."""

import re
import secrets

_OPAQUE_ID = re.compile(r"[A-Za-z0-9_-]{32}")


def opaque_id() -> str:
    """An unguessable identifier of 192 bits, safe in an address and in a cookie."""
    return secrets.token_urlsafe(24)


def is_opaque_id(text: str) -> bool:
    """Whether a text looks like an identifier of ours."""
    return _OPAQUE_ID.fullmatch(text) is not None


def digits(length: int) -> str:
    """An unguessable number of exactly ``length`` decimal digits; leading zeros occur."""
    return f"{secrets.randbelow(10**length):0{length}d}"
