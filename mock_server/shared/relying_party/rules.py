"""What a relying party decides about a login."""

from urllib.parse import unquote

from ...kernel.rules import rule

_LONGEST = 2000
"""Characters of a target, which is kept as long as its login."""


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
