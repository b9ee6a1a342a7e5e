"""What an HTTP-POST form carries in ``SAMLRequest`` (saml-bindings 3.5.4): plain base64."""

import zlib
from base64 import b64decode, b64encode
from binascii import Error as Base64Error

from .errors import SamlRefused
from .names import REQUESTER, UNSUPPORTED_BINDING

_DEFLATE = (-15, 15)
"""zlib's names for a stream without a header, as HTTP-Redirect has it (saml-bindings 3.4.4.1), and for one with."""


def encode_for_post(xml: bytes) -> str:
    """The value of the form's field."""
    return b64encode(xml).decode()


def decode_posted(field: str) -> bytes:
    """The message in the form's field, white space ignored.

    Raises:
        SamlRefused: ``malformed``, this is not base64; ``binding``, it is DEFLATEd as for HTTP-Redirect.
    """
    try:
        message = b64decode("".join(field.split()), validate=True)
    except (Base64Error, ValueError):
        raise SamlRefused("malformed", "expected plain base64 in SAMLRequest, got something else") from None
    if _is_deflated(message):
        raise wrong_binding("a DEFLATEd SAMLRequest")
    return message


def wrong_binding(got: str) -> SamlRefused:
    """A request came, or was written, by another binding than the one the hub has (the profile's only sure one)."""
    wanted = (
        "single sign-on is by HTTP-POST only: expected a POSTed form with SAMLRequest in plain base64, not DEFLATEd"
    )
    return SamlRefused("binding", f"{wanted}; got {got}", REQUESTER, UNSUPPORTED_BINDING)


def _is_deflated(message: bytes) -> bool:
    """Whether XML comes out when the beginning is inflated."""
    return any(_inflated(message, kind).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") for kind in _DEFLATE)


def _inflated(message: bytes, kind: int) -> bytes:
    """A few bytes, if the message is such a stream."""
    try:
        return zlib.decompressobj(kind).decompress(message, 64)
    except zlib.error:
        return b""
