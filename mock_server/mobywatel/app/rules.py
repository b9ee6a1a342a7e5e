"""What the app decides."""

import hmac

from ...kernel.rules import rule


@rule
def app_password_matches(password: str, typed: str) -> bool:
    """The app opens with exactly its password."""
    return hmac.compare_digest(password.encode(), typed.encode())


@rule
def host_is_trusted(host: str, trusted: str) -> bool:
    """A code counts only when it names the host of login.mobywatel, whole."""
    return host == trusted
