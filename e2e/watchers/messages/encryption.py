"""The encrypted assertion: how it is wrapped, and what is in it, opened without the hub's own code."""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap
from lxml import etree

from e2e.watchers.messages import names
from e2e.watchers.messages.names import NAMESPACES
from e2e.watchers.messages.wanted import BASE64, MESSAGE_ID, differences

_NONCE = 12
_KEK = 32
_ENCRYPTED_DATA = f"""
<xenc:EncryptedData Id="{{id}}" Type="{names.ELEMENT}">
  <xenc:EncryptionMethod Algorithm="{names.AES256_GCM}">
    <ds:DigestMethod Algorithm="{names.SHA256}"/>
  </xenc:EncryptionMethod>
  <ds:KeyInfo>
    <xenc:EncryptedKey Id="{{id}}">
      <xenc:EncryptionMethod Algorithm="{names.KW_AES256}"/>
      <ds:KeyInfo>
        <xenc:AgreementMethod Algorithm="{names.ECDH_ES}">
          <xenc11:KeyDerivationMethod Algorithm="{names.CONCAT_KDF}">
            <xenc11:ConcatKDFParams AlgorithmID="{{algorithm}}" PartyUInfo="{{hub}}" PartyVInfo="{{provider}}">
              <ds:DigestMethod Algorithm="{names.SHA256}"/>
            </xenc11:ConcatKDFParams>
          </xenc11:KeyDerivationMethod>
          <xenc:OriginatorKeyInfo>
            <ds:KeyValue>
              <dsig11:ECKeyValue>
                <dsig11:NamedCurve URI="{names.P256}"/>
                <dsig11:PublicKey>{{base64}}</dsig11:PublicKey>
              </dsig11:ECKeyValue>
            </ds:KeyValue>
          </xenc:OriginatorKeyInfo>
        </xenc:AgreementMethod>
      </ds:KeyInfo>
      <xenc:CipherData><xenc:CipherValue>{{base64}}</xenc:CipherValue></xenc:CipherData>
    </xenc:EncryptedKey>
  </ds:KeyInfo>
  <xenc:CipherData><xenc:CipherValue>{{base64}}</xenc:CipherValue></xenc:CipherData>
</xenc:EncryptedData>"""
_KEY = "ds:KeyInfo/xenc:EncryptedKey"
_POINT = f"{_KEY}/ds:KeyInfo/xenc:AgreementMethod/xenc:OriginatorKeyInfo//dsig11:PublicKey"
_CIPHER = "xenc:CipherData/xenc:CipherValue"


class Unopened(Exception):
    """An assertion that the provider's key does not open, or whose content key has another length than the node's."""


@dataclass(frozen=True)
class Agreed:
    """What the key was agreed between, and the length of the content key in bytes."""

    hub: str
    provider: str
    content_key: int

    @property
    def parameters(self) -> dict[str, str]:
        """The three parameters of ConcatKDF, as they are written."""
        return {
            "algorithm": _parameter(names.KW_AES256),
            "hub": _parameter(self.hub),
            "provider": _parameter(self.provider),
        }


def wrapping_complaints(what: str, encrypted: etree._Element, agreed: Agreed) -> Iterator[str]:
    """What is wrong with how an assertion is wrapped, before it is opened."""
    yield from differences(
        f"{what}, encryption", encrypted, _ENCRYPTED_DATA, id=MESSAGE_ID, base64=BASE64, **agreed.parameters
    )


def opened(encrypted: etree._Element, key: EllipticCurvePrivateKey, agreed: Agreed) -> bytes:
    """What a provider reads with its key.

    Raises:
        Unopened: it does not.
    """
    try:
        point = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), _bytes(encrypted, _POINT))
        info = b"".join(bytes.fromhex(parameter) for parameter in agreed.parameters.values())
        wrapping = ConcatKDFHash(SHA256(), _KEK, info).derive(key.exchange(ECDH(), point))
        content_key = aes_key_unwrap(wrapping, _bytes(encrypted, f"{_KEY}/{_CIPHER}"))
        data = _bytes(encrypted, _CIPHER)
        xml = AESGCM(content_key).decrypt(data[:_NONCE], data[_NONCE:], None)
    except (InvalidTag, InvalidUnwrap, ValueError) as error:
        raise Unopened(f"the provider's key does not open it ({error!r})") from error
    if len(content_key) != agreed.content_key:
        raise Unopened(f"its content key should have {agreed.content_key} bytes, not {len(content_key)}")
    return xml


def _parameter(text: str) -> str:
    data = text.encode()
    return (len(data).to_bytes(4, "big") + data).hex().upper()


def _bytes(encrypted: etree._Element, path: str) -> bytes:
    return b64decode(encrypted.findtext(path, "", NAMESPACES))
