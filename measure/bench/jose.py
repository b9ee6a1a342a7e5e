"""As much of JOSE as a client of the rivals needs: verify RS256, decrypt an ID token."""

import json
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives import constant_time
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP, PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey, RSAPublicNumbers
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.hazmat.primitives.hmac import HMAC

Claims = dict[str, Any]


def unpadded(text: str) -> bytes:
    """The bytes of base64url without its padding."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def rsa_key(jwk: Mapping[str, str]) -> RSAPublicKey:
    """The RSA public key of a JWK."""
    return RSAPublicNumbers(*(int.from_bytes(unpadded(jwk[name])) for name in ("e", "n"))).public_key()


def verified(token: str, key: RSAPublicKey) -> Claims:
    """The claims of a compact JWS (RS256); raises InvalidSignature where it is not the key's."""
    signed, _, signature = token.rpartition(".")
    key.verify(unpadded(signature), signed.encode(), PKCS1v15(), SHA256())
    claims: Claims = json.loads(unpadded(signed.partition(".")[2]))
    return claims


def decrypted(token: str, key: RSAPrivateKey) -> str:
    """What a compact JWE holds (RSA-OAEP, A128CBC-HS256).

    Raises:
        ValueError: its tag is wrong.
    """
    header, wrapped, vector, content, tag = token.split(".")
    content_key = key.decrypt(unpadded(wrapped), OAEP(MGF1(SHA1()), SHA1(), None))  # noqa: S303 - as RFC 7518 has it
    mac = HMAC(content_key[:16], SHA256())
    mac.update(header.encode() + unpadded(vector) + unpadded(content) + (len(header) * 8).to_bytes(8))
    if not constant_time.bytes_eq(mac.finalize()[:16], unpadded(tag)):
        raise ValueError("the encrypted token was altered")
    decryptor = Cipher(AES(content_key[16:]), CBC(unpadded(vector))).decryptor()
    plain = decryptor.update(unpadded(content)) + decryptor.finalize()
    return plain[: -plain[-1]].decode()
