"""What an HTTP-POST form carries in ``SAMLRequest`` (saml-bindings 3.5.4): plain base64."""

from base64 import b64decode, b64encode
from binascii import Error as Base64Error

from .errors import SamlRefused


def encode_for_post(xml: bytes) -> str:
    """The value of the form's field."""
    return b64encode(xml).decode()


def decode_posted(field: str) -> bytes:
    """The message in the form's field, white space ignored.

    Raises:
        SamlRefused: ``malformed``, this is not base64.
    """
    try:
        return b64decode("".join(field.split()), validate=True)
    except (Base64Error, ValueError):
        raise SamlRefused("malformed", "expected plain base64 in SAMLRequest, got something else") from None
