"""The key agreement of one login, step by step, for what no honest hub does with it."""

from base64 import b64encode

from cryptography.hazmat.primitives.asymmetric.ec import ECDH, EllipticCurvePublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash
from cryptography.hazmat.primitives.keywrap import aes_key_wrap

from ..saml.encryption import KEY_ENCRYPTION_KEY_BYTES, kdf_parameter
from ..saml.names import KEY_WRAP_AES256
from .login import Login


def agreed(login: Login, *, dropped_octets: int = 0) -> bytes:
    """The key encryption key, of each parameter the first octets dropped before hashing."""
    public_key = login.request.provider.encryption_target().public_key
    if not isinstance(public_key, EllipticCurvePublicKey):
        raise TypeError("the recipient's key is not an EC key")
    parameters = [bytes.fromhex(kdf_parameter(text)) for text in (KEY_WRAP_AES256, *login.parties)]
    other_info = b"".join(parameter[dropped_octets:] for parameter in parameters)
    shared = login.drawn.ephemeral.exchange(ECDH(), public_key)
    return ConcatKDFHash(SHA256(), KEY_ENCRYPTION_KEY_BYTES, other_info).derive(shared)


def key_wrapped(login: Login, key_encryption_key: bytes) -> str:
    """The content key under another key encryption key, in base64."""
    return b64encode(aes_key_wrap(key_encryption_key, login.drawn.content_key[: login.key_bytes])).decode()
