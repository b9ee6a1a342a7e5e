"""Encryption of an assertion to a provider's P-256 key (XML-Enc 1.1; NIST SP 800-56A; login.gov.pl profile).

ECDH-ES with an ephemeral key gives a shared secret, ConcatKDF a key encryption key, kw-aes256 wraps a content key,
and AES-GCM under that key hides the assertion.
"""

from base64 import b64encode
from dataclasses import dataclass, field
from os import urandom

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from ..kernel.rules import seam
from . import names, rules
from .errors import SamlRefused, expected_got, quoted
from .keys import Certificate
from .names import declarations, new_id
from .xml import Element, attribute_of, base64_of, child, literal, optional_child

KEY_ENCRYPTION_KEY_BYTES = 32
NONCE_BYTES = 12
LENGTH_BYTES = 4


def kdf_parameter(text: str) -> str:
    """One ConcatKDFParams value: upper-case hex of a 4-byte big-endian length and the ASCII text.

    An issuer outside ASCII goes as UTF-8 (our choice).
    """
    data = text.encode()
    return (len(data).to_bytes(LENGTH_BYTES, "big") + data).hex().upper()


def read_kdf_parameter(value: str) -> str:
    """The text in a ConcatKDFParams value.

    Raises:
        SamlRefused: ``malformed``.
    """
    try:
        text = bytes.fromhex(value)[LENGTH_BYTES:].decode()
    except ValueError:
        raise SamlRefused("malformed", "a ConcatKDF parameter is not hex of text") from None
    if kdf_parameter(text) != value.upper():
        raise SamlRefused("malformed", "a ConcatKDF parameter does not begin with the length of its text")
    return text


def _key_encryption_key(
    private_key: EllipticCurvePrivateKey, public_key: EllipticCurvePublicKey, parameters: list[str]
) -> bytes:
    """Derive the key both sides share (SP 800-56A 5.8.1, OtherInfo = the three parameters' bytes)."""
    shared = private_key.exchange(ECDH(), public_key)
    other_info = b"".join(bytes.fromhex(parameter) for parameter in parameters)
    return ConcatKDFHash(SHA256(), KEY_ENCRYPTION_KEY_BYTES, other_info).derive(shared)


_ENCRYPTED_DATA = f"""\
<xenc:EncryptedData {declarations("ds", "dsig11", "xenc", "xenc11")} Id="%(data_id)s" Type="{names.ENCRYPTED_ELEMENT}">\
<xenc:EncryptionMethod Algorithm="{names.AES256_GCM}">\
<ds:DigestMethod Algorithm="{names.SHA256}"/>\
</xenc:EncryptionMethod>\
<ds:KeyInfo>\
<xenc:EncryptedKey Id="%(key_id)s">\
<xenc:EncryptionMethod Algorithm="{names.KEY_WRAP_AES256}"/>\
<ds:KeyInfo>\
<xenc:AgreementMethod Algorithm="{names.ECDH_ES}">\
<xenc11:KeyDerivationMethod Algorithm="{names.CONCAT_KDF}">\
<xenc11:ConcatKDFParams AlgorithmID="%(algorithm_id)s" PartyUInfo="%(party_u)s" PartyVInfo="%(party_v)s">\
<ds:DigestMethod Algorithm="{names.SHA256}"/>\
</xenc11:ConcatKDFParams>\
</xenc11:KeyDerivationMethod>\
<xenc:OriginatorKeyInfo>\
<ds:KeyValue>\
<dsig11:ECKeyValue>\
<dsig11:NamedCurve URI="{names.P256}"/><dsig11:PublicKey>%(ephemeral)s</dsig11:PublicKey>\
</dsig11:ECKeyValue>\
</ds:KeyValue>\
</xenc:OriginatorKeyInfo>\
</xenc:AgreementMethod>\
</ds:KeyInfo>\
<xenc:CipherData><xenc:CipherValue>%(wrapped)s</xenc:CipherValue></xenc:CipherData>\
</xenc:EncryptedKey>\
</ds:KeyInfo>\
<xenc:CipherData><xenc:CipherValue>%(cipher)s</xenc:CipherValue></xenc:CipherData>\
</xenc:EncryptedData>"""


@dataclass(frozen=True)
class Drawn:
    """What is drawn by chance for one encryption: keys, a nonce and two IDs."""

    ephemeral: EllipticCurvePrivateKey = field(repr=False)
    content_key: bytes = field(repr=False)
    nonce: bytes
    data_id: str
    key_id: str


@seam
def draw(content_key_bytes: int) -> Drawn:
    """All that is drawn by chance for one encryption."""
    content_key, nonce = urandom(content_key_bytes), urandom(NONCE_BYTES)
    return Drawn(generate_private_key(SECP256R1()), content_key, nonce, new_id(), new_id())


@seam
def encrypted_data(data: bytes, recipient: Certificate, parties: tuple[str, str], content_key_bytes: int) -> Element:
    """An EncryptedData holding an element's bytes.

    Args:
        data: one element with all its namespace declarations.
        recipient: whose P-256 key may open it.
        parties: issuer of the hub, issuer of the provider.
        content_key_bytes: 16 or 32; aes256-gcm is announced either way.
    """
    public_key = recipient.public_key
    if not isinstance(public_key, EllipticCurvePublicKey):
        raise TypeError("the recipient's key is not an EC key")
    drawn = draw(content_key_bytes)
    parameters = [kdf_parameter(text) for text in (names.KEY_WRAP_AES256, *parties)]
    wrapped = aes_key_wrap(_key_encryption_key(drawn.ephemeral, public_key, parameters), drawn.content_key)
    point = drawn.ephemeral.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    algorithm_id, party_u, party_v = parameters
    return literal(
        _ENCRYPTED_DATA,
        data_id=drawn.data_id,
        key_id=drawn.key_id,
        algorithm_id=algorithm_id,
        party_u=party_u,
        party_v=party_v,
        ephemeral=b64encode(point).decode(),
        wrapped=b64encode(wrapped).decode(),
        cipher=b64encode(drawn.nonce + AESGCM(drawn.content_key).encrypt(drawn.nonce, data, None)).decode(),
    )


def decrypt(encrypted: Element, private_key: EllipticCurvePrivateKey, parties: tuple[str, str]) -> bytes:
    """The element's bytes inside an EncryptedData; a 16-byte content key is accepted under aes256-gcm as well.

    Args:
        encrypted: the EncryptedData.
        private_key: the provider's.
        parties: issuer of the hub, issuer of the provider, which must be the ones the key was agreed between.

    Raises:
        SamlRefused: ``encryption_algorithm``, ``key_agreement_foreign``, ``decryption_failed`` or ``malformed``.
    """
    _require_algorithm(child(encrypted, "xenc:EncryptionMethod"), names.AES256_GCM)
    encrypted_key = _encrypted_key_of(encrypted)
    _require_algorithm(child(encrypted_key, "xenc:EncryptionMethod"), names.KEY_WRAP_AES256)
    agreement = child(encrypted_key, "ds:KeyInfo", "xenc:AgreementMethod")
    _require_algorithm(agreement, names.ECDH_ES)
    derivation = child(agreement, "xenc11:KeyDerivationMethod")
    _require_algorithm(derivation, names.CONCAT_KDF)
    kdf = child(derivation, "xenc11:ConcatKDFParams")
    _require_algorithm(child(kdf, "ds:DigestMethod"), names.SHA256)
    parameters = [attribute_of(kdf, name) for name in ("AlgorithmID", "PartyUInfo", "PartyVInfo")]
    _, party_u, party_v = (read_kdf_parameter(parameter) for parameter in parameters)
    if not rules.key_agreed_between_us((party_u, party_v), parties):
        raise SamlRefused(
            "key_agreement_foreign",
            f"expected a key agreed between {quoted(parties)}, got {quoted((party_u, party_v))}",
        )
    originator = child(agreement, "xenc:OriginatorKeyInfo", "ds:KeyValue", "dsig11:ECKeyValue")
    point = base64_of(child(originator, "dsig11:PublicKey"))
    try:
        ephemeral = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point)
        key_encryption_key = _key_encryption_key(private_key, ephemeral, parameters)
        content_key = aes_key_unwrap(key_encryption_key, _cipher_of(encrypted_key))
        data = _cipher_of(encrypted)
        return AESGCM(content_key).decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], None)
    except (InvalidTag, InvalidUnwrap, ValueError):
        detail = "the assertion does not decrypt: it was altered, or encrypted to another key"
        raise SamlRefused("decryption_failed", detail) from None


def _encrypted_key_of(encrypted: Element) -> Element:
    """The EncryptedKey inside of an EncryptedData, or the one beside it that it names (xmlenc-core1 3.5)."""
    info = child(encrypted, "ds:KeyInfo")
    inside = optional_child(info, "xenc:EncryptedKey")
    if inside is not None:
        return inside
    named = attribute_of(child(info, "ds:RetrievalMethod"), "URI")
    above = encrypted.getparent()
    beside = None if above is None else optional_child(above, "xenc:EncryptedKey")
    if beside is None or named != f"#{beside.get('Id')}":
        raise SamlRefused("malformed", f"expected the EncryptedKey {quoted(named)} beside EncryptedData")
    return beside


def _require_algorithm(element: Element, expected: str) -> None:
    """Refuse any algorithm but the profile's."""
    got = element.get("Algorithm")
    if got != expected:
        raise SamlRefused("encryption_algorithm", expected_got("algorithm", [expected], got))


def _cipher_of(element: Element) -> bytes:
    """The bytes of an element's own CipherData."""
    return base64_of(child(element, "xenc:CipherData", "xenc:CipherValue"))
