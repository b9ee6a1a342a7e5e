"""Decrypting an assertion: ECDH-ES, ConcatKDF, AES key wrap, AES-GCM (XML Encryption 1.1)."""

from base64 import b64decode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap
from lxml import etree

_AES_KEY_WRAP = "http://www.w3.org/2001/04/xmlenc#kw-aes256"
_NONCE = 12


class DecryptionFailed(Exception):
    """It was altered, or encrypted to somebody else."""


def decrypt(encrypted: etree._Element, key: ec.EllipticCurvePrivateKey, parties: tuple[str, str]) -> bytes:
    """What is inside an EncryptedData.

    Args:
        encrypted: the element.
        key: the provider's.
        parties: the hub's issuer and the provider's, between whom the key must have been agreed.

    Raises:
        DecryptionFailed: it does not open.
    """
    (parameters,) = encrypted.iterfind(".//{*}ConcatKDFParams")
    given = [bytes.fromhex(parameters.get(name) or "") for name in ("AlgorithmID", "PartyUInfo", "PartyVInfo")]
    expected = [len(text).to_bytes(4, "big") + text.encode() for text in (_AES_KEY_WRAP, *parties)]
    if given != expected:
        raise DecryptionFailed("the key was agreed between others")
    try:
        (point,) = encrypted.iterfind(".//{*}ECKeyValue/{*}PublicKey")
        ephemeral = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), b64decode(point.text or ""))
        wrapped_key, data = (b64decode(value.text or "") for value in encrypted.iterfind(".//{*}CipherValue"))
        wrapping_key = ConcatKDFHash(SHA256(), 32, b"".join(given)).derive(key.exchange(ec.ECDH(), ephemeral))
        content_key = aes_key_unwrap(wrapping_key, wrapped_key)
        return AESGCM(content_key).decrypt(data[:_NONCE], data[_NONCE:], None)
    except (InvalidTag, InvalidUnwrap, ValueError) as error:
        raise DecryptionFailed("it was altered, or encrypted to another key") from error
