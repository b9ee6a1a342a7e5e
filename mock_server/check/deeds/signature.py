"""Signatures that are missing, stale, of other keys, or of no value."""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable

from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from ...saml.keys import Certificate, KeyPair
from ...saml.names import NAMESPACES, P256
from ...saml.signing import sign
from ...saml.xml import Element
from .. import sealing
from ..login import stranger
from ..making import Making, found
from ..sealing import signature_of
from ..stages import Deed, Stage
from .forging import FORGED, Sign, both, exchange, is_response, with_forgery
from .tools import fragment, replaced_once, stale, take_away

_CIPHERS = re.compile(rb"<xenc:CipherValue>([^<]*)")
_SIGNATURE = re.compile(rb"<ds:Signature\b.*?</ds:Signature>", re.DOTALL)
_HMAC = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"
_INFO = "Signature/SignedInfo"


def _not_at_all(_making: Making, _element: Element, _keys: KeyPair) -> None:
    """Nobody signs."""


def _outer_stale(making: Making, soap: bytes) -> bytes:
    first, second = _SIGNATURE.findall(soap)
    del first
    return with_forgery(making, soap.replace(second, b""))


def _inner_stale(making: Making, response: Element, keys: KeyPair) -> None:
    sign(response, keys)
    exchange(making, response)


def _foreign(after: Callable[[Making, Element], object], keys_of: Callable[[Making], KeyPair] | None = None) -> Deed:
    """Signed with other keys than the hub's, then something done to the signature, which it does not cover."""

    def do(making: Making, element: Element, _keys: KeyPair) -> None:
        sign(element, keys_of(making) if keys_of else stranger())
        after(making, signature_of(element))

    return both(do, "Signature/KeyInfo")


def _as_it_is(_making: Making, _signature: Element) -> None:
    """Its KeyInfo carries the certificate of the key that signed."""


def _key_value(_making: Making, signature: Element) -> None:
    info = found(signature, "ds:KeyInfo")
    take_away(info[0])
    info.append(
        fragment(
            f'<ds:KeyValue><dsig11:ECKeyValue><dsig11:NamedCurve URI="{P256}"/>'
            f"<dsig11:PublicKey>{sealing.point_of(stranger())}</dsig11:PublicKey></dsig11:ECKeyValue></ds:KeyValue>"
        )
    )


def _carrying(certificates: Callable[[Making], tuple[Certificate, ...]]) -> Callable[[Making, Element], object]:
    return lambda making, signature: sealing.set_certificates(signature, *certificates(making))


def _named_hub(making: Making, element: Element, _keys: KeyPair) -> None:
    sign(element, stranger())
    sealing.set_certificates(signature_of(element), making.login.hub.keys.certificate)


def _retired(making: Making) -> KeyPair:
    retired = making.login.retired
    if retired is None:
        raise LookupError("the hub's keys have not been rolled")
    return retired


def _flipped(_making: Making, soap: bytes) -> bytes:
    place = _CIPHERS.findall(soap)[-1]  # the first one is the wrapped key's
    data = bytearray(b64decode(place))
    data[len(data) // 2] ^= 1
    return replaced_once(soap, place, b64encode(data))


def _valued(value: Callable[[bytes], bytes], *, forged: bool = True, seals: str = "--") -> Deed:
    """Signed by the hub, then the value exchanged for what becomes of it."""

    def do(_making: Making, element: Element, keys: KeyPair) -> None:
        sign(element, keys)
        held = found(signature_of(element), "ds:SignatureValue")
        held.text = b64encode(value(b64decode(held.text or ""))).decode()

    return both(do, "Signature/SignatureValue", forged=forged, seals=seals)


def _der(value: bytes) -> bytes:
    return encode_dss_signature(int.from_bytes(value[:32], "big"), int.from_bytes(value[32:], "big"))


def _hmac(secret: Callable[[Certificate], bytes], bits: int | None = None) -> Deed:
    """A keyed hash whose key is what everybody knows of the hub."""
    from hmac import digest  # noqa: PLC0415

    def do(making: Making, element: Element, keys: KeyPair) -> None:
        def edit(signature: Element) -> None:
            method = found(signature, "ds:SignedInfo/ds:SignatureMethod")
            method.set("Algorithm", _HMAC)
            if bits:
                method.append(fragment(f"<ds:HMACOutputLength>{bits}</ds:HMACOutputLength>"))

        def value(data: bytes) -> bytes:
            whole = digest(secret(making.login.hub.keys.certificate), data, "sha256")
            return whole[: bits // 8] if bits else whole

        sealing.sign_edited(element, keys, edit, value)

    return both(do, f"{_INFO}/SignatureMethod", forged=True)


def _spki(certificate: Certificate) -> bytes:
    return certificate.x509.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _sha1_digest(_making: Making, element: Element, keys: KeyPair) -> None:
    digest = sealing.digest_of(element, "sha1")

    def edit(signature: Element) -> None:
        reference = found(signature, "ds:SignedInfo/ds:Reference")
        found(reference, "ds:DigestMethod").set("Algorithm", NAMESPACES["ds"] + "sha1")
        found(reference, "ds:DigestValue").text = digest

    sealing.sign_edited(element, keys, edit)


def _sha1_method(_making: Making, element: Element, keys: KeyPair) -> None:
    def edit(signature: Element) -> None:
        method = found(signature, "ds:SignedInfo/ds:SignatureMethod")
        method.set("Algorithm", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1")

    sealing.sign_edited(element, keys, edit, sealing.by_with_sha1(keys))


def _unknown_c14n(making: Making, element: Element, keys: KeyPair) -> None:
    """What is referred to is right; the value is that of the good answer, over another SignedInfo."""
    sign(element, keys)
    genuine = making.genuine("R" if is_response(element) else "A")
    signature = signature_of(element)
    found(signature, "ds:SignedInfo/ds:CanonicalizationMethod").set("Algorithm", "urn:example:unknown-c14n")
    found(signature, "ds:SignatureValue").text = found(signature_of(genuine), "ds:SignatureValue").text


def _retrieval(kind: str) -> Sign:
    def do(making: Making, element: Element, _keys: KeyPair) -> None:
        sign(element, stranger())
        info = found(signature_of(element), "ds:KeyInfo")
        take_away(info[0])
        info.append(fragment(f'<{kind} URI="{making.login.listener}"/>'))

    return do


DEEDS: dict[str, Deed] = {
    "sig.none": both(_not_at_all, "Signature", seals="..", forged=True),
    "sig.inner_none": Deed(Stage.RESPONSE_SIGNATURE, _not_at_all, ("R/Signature",), "+."),
    "sig.outer_none": Deed(Stage.MESSAGE_SIGNATURE, _not_at_all, ("A/Signature",), ".+"),
    "sig.outer_stale": stale(_outer_stale, "R/Signature", *FORGED, seals="-."),
    "sig.inner_stale": Deed(Stage.RESPONSE_SIGNATURE, _inner_stale, FORGED, "+-"),
    "sig.foreign_cert": _foreign(_as_it_is),
    "sig.foreign_nokeyinfo": _foreign(lambda _, signature: take_away(found(signature, "ds:KeyInfo"))),
    "sig.foreign_keyvalue": _foreign(_key_value),
    "sig.foreign_lookalike": _foreign(
        _carrying(lambda making: (sealing.lookalike(stranger(), making.login.hub.keys.certificate),))
    ),
    "sig.foreign_two_certs": _foreign(
        _carrying(lambda making: (stranger().certificate, making.login.hub.keys.certificate))
    ),
    "sig.foreign_named_hub": both(_named_hub, "Signature/SignatureValue"),
    "sig.other_provider": _foreign(_as_it_is, lambda making: making.login.bystander),
    "sig.same_ca": _foreign(_carrying(lambda making: (sealing.issued_by(making.login.hub.keys, stranger()),))),
    "sig.retired_key": _foreign(_as_it_is, _retired),
    "sig.flipped": stale(_flipped, "E/CipherData/CipherValue"),
    "sig.value_empty": _valued(lambda _: b""),
    "sig.value_garbage": _valued(lambda _: b"12345"),
    "sig.value_zero": _valued(lambda _: bytes(64)),
    "sig.der": _valued(_der, forged=False),
    "sig.sha1_method": both(_sha1_method, f"{_INFO}/SignatureMethod", seals="++/--"),
    "sig.sha1_digest": both(_sha1_digest, f"{_INFO}/Reference/DigestMethod", seals="++/--"),
    "sig.hmac_pem": _hmac(lambda certificate: certificate.pem.encode()),
    "sig.hmac_der": _hmac(_spki),
    "sig.hmac_short": _hmac(_spki, 8),
    "sig.c14n_unknown": both(_unknown_c14n, f"{_INFO}/CanonicalizationMethod", forged=True),
    **{
        f"sig.retrieval:{name}": both(_retrieval(kind), "Signature/KeyInfo")
        for name, kind in (("method", "ds:RetrievalMethod"), ("reference", "dsig11:KeyInfoReference"))
    },
}
