"""The token: who shows it may steer. A server that only this machine reaches asks for none."""

import hmac


def shows_token(authorization: str | None, token: str | None) -> bool:
    """Whether an Authorization header carries the token that is asked for, if one is (RFC 6750, 2.1; 9110, 11.1)."""
    if token is None:
        return True
    scheme, _, given = (authorization or "").strip().partition(" ")
    return scheme.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), token.encode())
