"""The signature of a message: what it says of itself, and whether it holds, told without the hub's own code."""

from base64 import b64decode
from collections.abc import Iterator
from copy import deepcopy
from hashlib import sha256

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from lxml import etree

from e2e.watchers.messages import names
from e2e.watchers.messages.names import NAMESPACES
from e2e.watchers.messages.wanted import BASE64, differences

_SIGNATURE = f"""
<ds:Signature>
  <ds:SignedInfo>
    <ds:CanonicalizationMethod Algorithm="{names.EXCLUSIVE_C14N}"/>
    <ds:SignatureMethod Algorithm="{names.ECDSA_SHA256}"/>
    <ds:Reference URI="{{reference}}">
      <ds:Transforms>
        <ds:Transform Algorithm="{names.ENVELOPED}"/>
        <ds:Transform Algorithm="{names.EXCLUSIVE_C14N}">
          <ec:InclusiveNamespaces PrefixList="{names.INCLUSIVE}"/>
        </ds:Transform>
      </ds:Transforms>
      <ds:DigestMethod Algorithm="{names.SHA256}"/>
      <ds:DigestValue>{{base64}}</ds:DigestValue>
    </ds:Reference>
  </ds:SignedInfo>
  <ds:SignatureValue>{{base64}}</ds:SignatureValue>
  <ds:KeyInfo><ds:X509Data><ds:X509Certificate>{{certificate}}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
</ds:Signature>"""


def signature_complaints(what: str, message: etree._Element, certificate: str) -> Iterator[str]:
    """What is wrong with the signature of a message.

    Args:
        what: names the message.
        message: the element, within its whole document.
        certificate: whose it should be, in bare base64.
    """
    signature = message.find("ds:Signature", NAMESPACES)
    if signature is None:
        yield f"{what}: it is not signed"
        return
    wrong = list(
        differences(
            f"{what}, signature",
            signature,
            _SIGNATURE,
            reference=f"#{message.get('ID')}",
            certificate=certificate,
            base64=BASE64,
        )
    )
    yield from wrong
    if not wrong and not _holds(message, signature, certificate):
        yield f"{what}: its signature does not hold"


def _holds(message: etree._Element, signature: etree._Element, certificate: str) -> bool:
    digest = signature.findtext("ds:SignedInfo/ds:Reference/ds:DigestValue", "", NAMESPACES)
    if sha256(_without_signature(message)).digest() != b64decode(digest):
        return False
    key = x509.load_der_x509_certificate(b64decode(certificate)).public_key()
    value = b64decode(signature.findtext("ds:SignatureValue", "", NAMESPACES))
    signed_info = signature.find("ds:SignedInfo", NAMESPACES)
    if signed_info is None or not isinstance(key, EllipticCurvePublicKey):
        return False
    half = len(value) // 2
    numbers = (int.from_bytes(value[:half], "big"), int.from_bytes(value[half:], "big"))
    try:
        key.verify(encode_dss_signature(*numbers), _canonical(signed_info), ECDSA(SHA256()))
    except InvalidSignature:
        return False
    return True


def _without_signature(message: etree._Element) -> bytes:
    """What was signed: the message as it stood, in its document, before it had its signature."""
    root = message.getroottree().getroot()
    place = list(root.iter()).index(message)
    copied = list(deepcopy(root).iter())[place]
    signature = copied.find("ds:Signature", NAMESPACES)
    if signature is not None:
        copied.remove(signature)
    return _canonical(copied, names.INCLUSIVE.split())


def _canonical(element: etree._Element, prefixes: list[str] | None = None) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_comments=False, inclusive_ns_prefixes=prefixes)
