"""Values nobody can guess."""

import secrets


def opaque_id() -> str:
    """An unguessable identifier of 192 bits, safe in an address and in a cookie."""
    return secrets.token_urlsafe(24)


def digits(length: int) -> str:
    """An unguessable number of exactly ``length`` decimal digits; leading zeros occur."""
    return f"{secrets.randbelow(10**length):0{length}d}"
