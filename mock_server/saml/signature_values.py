"""Signature values as XML-DSig writes them: ECDSA-SHA256 on P-256 and RSA-SHA256 (xmldsig-core1 6.4)."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
)
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from .keys import Certificate, KeyPair
from .names import ECDSA_SHA256, RSA_SHA256

HALF = 32
"""Bytes of each of r and s on P-256: a signature is r ‖ s, big-endian, not the DER that other protocols use."""


def signature_value(data: bytes, keys: KeyPair) -> bytes:
    """Sign with ECDSA-SHA256 or RSA-SHA256, as the key has it."""
    key = keys.private_key
    if not isinstance(key, EllipticCurvePrivateKey):
        return key.sign(data, PKCS1v15(), SHA256())
    r, s = decode_dss_signature(key.sign(data, ECDSA(SHA256())))
    return r.to_bytes(HALF, "big") + s.to_bytes(HALF, "big")


def is_signature_of(value: bytes, data: bytes, method: str | None, certificate: Certificate) -> bool:
    """Whether `value` is a signature of `data` with the certificate's key, by that method and no other."""
    key = certificate.public_key
    try:
        if method == RSA_SHA256 and isinstance(key, RSAPublicKey):
            key.verify(value, data, PKCS1v15(), SHA256())
            return True
        if method == ECDSA_SHA256 and isinstance(key, EllipticCurvePublicKey) and isinstance(key.curve, SECP256R1):
            if len(value) != 2 * HALF:
                return False
            r, s = int.from_bytes(value[:HALF], "big"), int.from_bytes(value[HALF:], "big")
            key.verify(encode_dss_signature(r, s), data, ECDSA(SHA256()))
            return True
    except InvalidSignature:
        return False
    return False
