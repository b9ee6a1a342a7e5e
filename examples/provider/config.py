"""What a provider and its hub know of each other."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)


@dataclass(frozen=True)
class Hub:
    """The hub, from its metadata. Browsers go to ``sso_url``; the provider itself calls the other two.

    It has two certificates while it changes its key.
    """

    issuer: str
    certificates: tuple[str, ...]
    sso_url: str
    artifact_url: str
    logout_url: str


@dataclass(frozen=True)
class Provider:
    """This provider: who it is, where it is answered and told of logouts, and its P-256 key."""

    issuer: str
    name: str
    acs_url: str
    logout_url: str
    certificate: str
    key_pem: str = field(repr=False)

    @property
    def key(self) -> ec.EllipticCurvePrivateKey:
        """Signs what we ask and opens what we are answered."""
        key = load_pem_private_key(self.key_pem.encode(), None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)  # noqa: S101 - narrows the type
        return key


def key_and_certificate(folder: Path, name: str) -> tuple[str, str]:
    """The PEMs kept in a folder, made at first need. In life the certificate is agreed with the hub's operator."""
    key_file, certificate_file = folder / "key.pem", folder / "certificate.pem"
    if not key_file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        now = datetime.now(UTC)
        certificate = (
            x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=365))
            .sign(key, SHA256())
        )
        key_file.touch(mode=0o600)
        key_file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        certificate_file.write_bytes(certificate.public_bytes(Encoding.PEM))
    return key_file.read_text(), certificate_file.read_text()
