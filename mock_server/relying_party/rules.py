"""What a relying party decides about a login."""

from urllib.parse import unquote

from ..kernel.rules import rule


@rule
def target_is_own(target: str) -> bool:
    """Only a plain path of this site may be returned to.

    Encoded, doubled and backward slashes would let a browser leave (OWASP ASVS 5.0, 3.7.2).
    """
    plain = unquote(unquote(target))
    return (
        plain.startswith("/")
        and not plain.startswith("//")
        and not any(character in plain for character in "\\\r\n\t\0")
    )
