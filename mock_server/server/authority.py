"""A certificate authority made on this machine, and the certificates that it gives to hosts."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_CA_VALIDITY = timedelta(days=3650)
_HOST_VALIDITY = timedelta(days=397)
"""Safari and Chrome take no longer ones."""
_BACKDATING = timedelta(days=1)
_SIGNS_CERTIFICATES = x509.KeyUsage(
    digital_signature=True, key_cert_sign=True, crl_sign=True, content_commitment=False, key_encipherment=False,
    data_encipherment=False, key_agreement=False, encipher_only=False, decipher_only=False,
)  # fmt: skip
_SERVES = x509.KeyUsage(
    digital_signature=True, key_cert_sign=False, crl_sign=False, content_commitment=False, key_encipherment=False,
    data_encipherment=False, key_agreement=False, encipher_only=False, decipher_only=False,
)  # fmt: skip


@dataclass(frozen=True)
class Authority:
    """Signs certificates of hosts.

    Args:
        key: with which it signs.
        certificate: its own, which browsers are told to trust.
    """

    key: EllipticCurvePrivateKey
    certificate: x509.Certificate

    def issue(self, *hosts: str) -> str:
        """A new key and a certificate for these host names and IP addresses, as PEM one after the other."""
        key = generate_private_key(SECP256R1())
        until = min(datetime.now(UTC) + _HOST_VALIDITY, self.certificate.not_valid_after_utc)
        certificate = (
            _builder(_name("server"), self.certificate.subject, key, until)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_SERVES, critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
            .add_extension(x509.SubjectAlternativeName([_general_name(host) for host in hosts]), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False)
            .sign(self.key, SHA256())
        )
        return _pem_of_key(key) + _pem_of(certificate)


def make_key() -> str:
    """A new private key, as PEM."""
    return _pem_of_key(generate_private_key(SECP256R1()))


def certify(key_pem: str) -> str:
    """The certificate of a new authority with this key, as PEM.

    Raises:
        ValueError: this is no PEM of an EC key.
    """
    key = _load_key(key_pem)
    name = _name("local")
    certificate = (
        _builder(name, name, key, datetime.now(UTC) + _CA_VALIDITY)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_SIGNS_CERTIFICATES, critical=True)
        .sign(key, SHA256())
    )
    return _pem_of(certificate)


def load(key_pem: str, certificate_pem: str) -> Authority:
    """The authority of a key and its certificate.

    Raises:
        ValueError: they are not PEM, do not belong together, or the certificate has run out.
    """
    key, certificate = _load_key(key_pem), x509.load_pem_x509_certificate(certificate_pem.encode())
    if key.public_key() != certificate.public_key():
        raise ValueError("the certificate is for another private key")
    if certificate.not_valid_after_utc <= datetime.now(UTC):
        raise ValueError(f"the certificate ran out on {certificate.not_valid_after_utc:%Y-%m-%d}")
    return Authority(key, certificate)


def _load_key(pem: str) -> EllipticCurvePrivateKey:
    try:
        key = load_pem_private_key(pem.encode(), None)
    except TypeError as error:
        raise ValueError("the key is encrypted: keep it without a password") from error
    if not isinstance(key, EllipticCurvePrivateKey):
        raise ValueError("the key is not EC")  # noqa: TRY004 - a value of a file
    return key


def _builder(
    subject: x509.Name, issuer: x509.Name, key: EllipticCurvePrivateKey, until: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime.now(UTC) - _BACKDATING)
        .not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _name(unit: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Przepustka"),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, unit),
        ]
    )


def _general_name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host.partition("%")[0]))
    except ValueError:
        return x509.DNSName(host)


def _pem_of_key(key: EllipticCurvePrivateKey) -> str:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def _pem_of(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(Encoding.PEM).decode()
