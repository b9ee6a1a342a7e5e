"""Decrypting an assertion: ECDH-ES, ConcatKDF, AES key wrap, AES-GCM (XML Encryption 1.1)."""

from base64 import b64decode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

from .documents import Element, Refused, one, require, text_of

_AES_KEY_WRAP = "http://www.w3.org/2001/04/xmlenc#kw-aes256"
_NONCE = 12


def decrypt(encrypted: Element, key: ec.EllipticCurvePrivateKey, parties: tuple[str, str]) -> bytes:
    """What is inside an EncryptedAssertion; its EncryptedKey may stand inside of its EncryptedData or beside it.

    Args:
        encrypted: the element.
        key: the provider's.
        parties: the hub's issuer and the provider's, between whom the key must have been agreed.

    Raises:
        Refused: it was altered, or encrypted to or by somebody else.
    """
    wrapped = one(encrypted, ".//xenc:EncryptedKey")
    parameters = one(wrapped, ".//{*}ConcatKDFParams")
    given = [bytes.fromhex(parameters.get(name) or "") for name in ("AlgorithmID", "PartyUInfo", "PartyVInfo")]
    expected = [len(text).to_bytes(4, "big") + text.encode() for text in (_AES_KEY_WRAP, *parties)]
    require(given == expected, "the key was agreed between others")
    point = _bytes_of(one(wrapped, ".//{*}ECKeyValue/{*}PublicKey"))
    ephemeral = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    wrapping_key = ConcatKDFHash(SHA256(), 32, b"".join(given)).derive(key.exchange(ec.ECDH(), ephemeral))
    data = _bytes_of(one(encrypted, "xenc:EncryptedData/xenc:CipherData/xenc:CipherValue"))
    try:
        content_key = aes_key_unwrap(wrapping_key, _bytes_of(one(wrapped, "xenc:CipherData/xenc:CipherValue")))
        return AESGCM(content_key).decrypt(data[:_NONCE], data[_NONCE:], None)
    except (InvalidTag, InvalidUnwrap) as error:
        raise Refused("it was altered, or encrypted to another key") from error


def _bytes_of(element: Element) -> bytes:
    return b64decode("".join(text_of(element).split()), validate=True)
