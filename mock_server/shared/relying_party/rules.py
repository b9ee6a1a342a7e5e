"""What a relying party decides about a login."""

from collections.abc import Mapping
from urllib.parse import unquote

from ...kernel.rules import rule

_LONGEST = 2000
"""Characters of a target, which is kept as long as its login."""


@rule
def login_is_asked_anew() -> bool:
    """An account full of health data never opens to whoever sits at the computer next (ForceAuthn)."""
    return True


@rule
def target_of(login: str, targets: Mapping[str, str]) -> str:
    """Each login leads to its own target, whatever other tabs of the browser have begun since."""
    return targets[login]


@rule
def target_is_own(target: str) -> bool:
    """Only a plain path of this site, of sensible length, may be returned to.

    Encoded, doubled and backward slashes would let a browser leave (OWASP ASVS 5.0, 3.7.2).
    """
    plain = unquote(unquote(target))
    return (
        len(target) <= _LONGEST
        and plain.startswith("/")
        and not plain.startswith("//")
        and not any(character in plain for character in "\\\r\n\t\0")
    )
