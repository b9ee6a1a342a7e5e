"""Keys and certificates: made, kept as PEM, and loaded once for signing and verifying."""

from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property, lru_cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as generate_ec_key
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key as generate_rsa_key
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes, PrivateKeyTypes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

VALIDITY = timedelta(days=3650)
BACKDATING = timedelta(days=1)
_RSA_EXPONENT, _RSA_BITS = 65537, 2048


@dataclass(frozen=True)
class Certificate:
    """An X.509 certificate, known by its DER bytes.

    Dates and chains are not checked, since trust comes from registration (SAML V2.0 Metadata Interoperability
    Profile 1.0; our choice).
    """

    der: bytes = field(repr=False)

    @classmethod
    def from_pem(cls, pem: str | bytes) -> "Certificate":
        """Read PEM.

        Raises:
            ValueError: this is no PEM certificate.
        """
        return cls(
            x509.load_pem_x509_certificate(pem.encode() if isinstance(pem, str) else pem).public_bytes(Encoding.DER)
        )

    @classmethod
    def all_from_pem(cls, pem: str) -> tuple["Certificate", ...]:
        """Read every certificate of a PEM text, in its order.

        Raises:
            ValueError: there is none, or one is broken.
        """
        found = x509.load_pem_x509_certificates(pem.encode())
        return tuple(cls(certificate.public_bytes(Encoding.DER)) for certificate in found)

    @classmethod
    @lru_cache(maxsize=256)  # every message carries its sender's
    def from_base64(cls, text: str) -> "Certificate":
        """Read bare base64, as in ds:X509Certificate.

        Raises:
            ValueError: this is no base64 of a certificate.
        """
        return cls(
            x509.load_der_x509_certificate(b64decode("".join(text.split()), validate=True)).public_bytes(Encoding.DER)
        )

    @cached_property
    def x509(self) -> x509.Certificate:
        """The parsed certificate."""
        return x509.load_der_x509_certificate(self.der)

    @cached_property
    def base64(self) -> str:
        """Bare base64, as in ds:X509Certificate."""
        return b64encode(self.der).decode()

    @cached_property
    def pem(self) -> str:
        """PEM, as files hold it."""
        return self.x509.public_bytes(Encoding.PEM).decode()

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the certificate in hex: what a person compares."""
        return self.x509.fingerprint(SHA256()).hex()

    @cached_property
    def is_p256(self) -> bool:
        """Whether its key can take part in the profile's key agreement."""
        key = self.public_key
        return isinstance(key, EllipticCurvePublicKey) and isinstance(key.curve, SECP256R1)

    @cached_property
    def public_key(self) -> CertificatePublicKeyTypes:
        """The key it certifies."""
        return self.x509.public_key()


@dataclass(frozen=True)
class KeyPair:
    """A private key (EC P-256, or RSA for signing only) with its certificate."""

    private_key: EllipticCurvePrivateKey | RSAPrivateKey = field(repr=False)
    certificate: Certificate

    @property
    def is_rsa(self) -> bool:
        """Whether it signs with RSA-SHA256 rather than ECDSA-SHA256."""
        return isinstance(self.private_key, RSAPrivateKey)

    @cached_property
    def private_pem(self) -> str:
        """The private key as unencrypted PKCS #8 PEM."""
        return self.private_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def make_key_pair(common_name: str, now: datetime) -> KeyPair:
    """A new P-256 key with a self-signed certificate, valid from the day before `now` for ten years."""
    return certify(generate_ec_key(SECP256R1()), common_name, now)


def make_rsa_key_pair(common_name: str, now: datetime) -> KeyPair:
    """A new RSA key of 2048 bits, for signing only, with a certificate as `make_key_pair` makes it."""
    return certify(generate_rsa_key(_RSA_EXPONENT, _RSA_BITS), common_name, now)


def certify(private_key: EllipticCurvePrivateKey | RSAPrivateKey, common_name: str, now: datetime) -> KeyPair:
    """Give a private key a self-signed certificate, valid from the day before `now` for ten years."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private_key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - BACKDATING)
        .not_valid_after(now + VALIDITY)
        .sign(private_key, SHA256())
    )
    return KeyPair(private_key, Certificate(certificate.public_bytes(Encoding.DER)))


def certify_pem(private_pem: str, common_name: str, now: datetime) -> KeyPair:
    """Give a private key that `KeyPair.private_pem` gave a new certificate, as `certify` does.

    Raises:
        ValueError: not PEM, or neither EC nor RSA.
    """
    private_key = _load_private_key(private_pem)
    if not isinstance(private_key, RSAPrivateKey | EllipticCurvePrivateKey):
        raise ValueError("the key is neither RSA nor EC on P-256")  # noqa: TRY004 - a value of a file
    return certify(private_key, common_name, now)


def _load_private_key(pem: str) -> PrivateKeyTypes:
    try:
        return load_pem_private_key(pem.encode(), None)
    except TypeError as error:
        raise ValueError("the key is encrypted: keep it without a password") from error


def load_key_pair(private_pem: str, certificate_pem: str) -> KeyPair:
    """Load what `KeyPair.private_pem` and `Certificate.pem` gave.

    Raises:
        ValueError: not PEM, encrypted, neither EC P-256 nor RSA, or the certificate is for another key.
    """
    private_key = _load_private_key(private_pem)
    certificate = Certificate.from_pem(certificate_pem)
    if not isinstance(private_key, RSAPrivateKey) and not certificate.is_p256:
        raise ValueError("the key is neither RSA nor EC on P-256")
    if not isinstance(private_key, EllipticCurvePrivateKey | RSAPrivateKey) or (
        private_key.public_key() != certificate.x509.public_key()
    ):
        raise ValueError("the certificate is for another private key")
    return KeyPair(private_key, certificate)
