"""Signatures as no honest hub makes them: other algorithms, references, keys and values."""

from base64 import b64encode
from collections.abc import Callable
from hashlib import new

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from lxml import etree

from ..saml.c14n import INCLUSIVE_PREFIXES, canonical
from ..saml.keys import BACKDATING, VALIDITY, Certificate, KeyPair
from ..saml.names import qualified
from ..saml.signature_values import HALF, signature_value
from ..saml.signing import sign
from ..saml.xml import Element, children
from .login import Login
from .making import found

Value = Callable[[bytes], bytes]


def signature_of(element: Element) -> Element:
    """The element's own signature."""
    return found(element, "ds:Signature")


def unsign(element: Element) -> Element:
    """Take the element's own signature off and return it."""
    signature = signature_of(element)
    element.remove(signature)
    return signature


def reseal(signature: Element, value: Value) -> None:
    """Write the value anew over SignedInfo as it is now."""
    data = canonical(found(signature, "ds:SignedInfo"))
    found(signature, "ds:SignatureValue").text = b64encode(value(data)).decode()


def by(keys: KeyPair) -> Value:
    """A value as these keys make it, with SHA-256."""
    return lambda data: signature_value(data, keys)


def by_with_sha1(keys: KeyPair) -> Value:
    """A value as these EC keys make it, with SHA-1."""

    def value(data: bytes) -> bytes:
        key = keys.private_key
        if not isinstance(key, EllipticCurvePrivateKey):
            raise TypeError("these keys are not EC keys")
        r, s = decode_dss_signature(key.sign(data, ECDSA(SHA1())))  # noqa: S303 - what is to be refused
        return r.to_bytes(HALF, "big") + s.to_bytes(HALF, "big")

    return value


def digest_of(element: Element, algorithm: str = "sha256") -> str:
    """What a signature's reference says of an element, its own signatures left out."""
    data = canonical(unsigned_copy(element), INCLUSIVE_PREFIXES)
    return b64encode(new(algorithm, data, usedforsecurity=False).digest()).decode()


def unsigned_copy(element: Element) -> Element:
    """The element as the enveloped-signature transform leaves it."""
    copy = etree.fromstring(etree.tostring(element, with_tail=False))
    for signature in children(copy, "ds:Signature"):
        copy.remove(signature)
    return copy


def sign_edited(element: Element, keys: KeyPair, edit: Callable[[Element], object], value: Value | None = None) -> None:
    """Sign, change something in the signature, and write its value anew."""
    sign(element, keys)
    signature = signature_of(element)
    edit(signature)
    reseal(signature, value or by(keys))


def set_certificates(signature: Element, *certificates: Certificate) -> None:
    """Let a signature carry these certificates."""
    data = found(signature, "ds:KeyInfo/ds:X509Data")
    for old in list(data):
        data.remove(old)
    for certificate in certificates:
        new = data.makeelement(qualified("ds:X509Certificate"))
        new.text = certificate.base64
        data.append(new)


def lookalike(keys: KeyPair, of: Certificate) -> Certificate:
    """A certificate for a key with another certificate's subject, issuer and serial number."""
    return _certified(keys, of, keys, of.x509.serial_number, of.x509.subject)


def issued_by(issuer: KeyPair, to: KeyPair) -> Certificate:
    """A certificate for a key that another's key signed, as an authority does."""
    subject = to.certificate.x509.subject
    return _certified(to, issuer.certificate, issuer, x509.random_serial_number(), subject)


def _certified(keys: KeyPair, issuer: Certificate, signer: KeyPair, serial: int, subject: x509.Name) -> Certificate:
    start = issuer.x509.not_valid_before_utc
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.x509.subject)
        .public_key(keys.private_key.public_key())
        .serial_number(serial)
        .not_valid_before(start)
        .not_valid_after(start + BACKDATING + VALIDITY)
        .sign(signer.private_key, SHA256())
    )
    return Certificate(certificate.public_bytes(Encoding.DER))


def point_of(keys: KeyPair) -> str:
    """The public key of a pair as an ECKeyValue holds it."""
    key = keys.private_key
    if not isinstance(key, EllipticCurvePrivateKey):
        raise TypeError("this key has no point")
    return b64encode(key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)).decode()


def signer_of(login: Login) -> KeyPair:
    """The hub's own keys."""
    return login.hub.keys
