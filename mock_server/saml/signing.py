"""Enveloped XML signatures over one message (saml-core 5.4, XML-DSig)."""

from base64 import b64encode
from hashlib import sha256

from lxml import etree

from ..kernel.rules import rule, seam
from . import rules
from .c14n import INCLUSIVE_PREFIXES, canonical
from .errors import SamlRefused, expected_got, quoted
from .keys import Certificate, KeyPair
from .names import ECDSA_SHA256, ENVELOPED_SIGNATURE, EXCLUSIVE_C14N, NAMESPACES, RSA_SHA256, SHA256, qualified
from .reference import digest_holds, inclusive_prefixes_of
from .signature_values import is_signature_of, signature_value
from .xml import Element, attribute_of, base64_of, child, children, literal, token_of

_PARTS = {
    qualified(whole): {qualified(part) for part in parts.split()}
    for whole, parts in {
        "ds:Signature": "ds:SignedInfo ds:SignatureValue ds:KeyInfo ds:Object",
        "ds:SignedInfo": "ds:CanonicalizationMethod ds:SignatureMethod ds:Reference",
        "ds:CanonicalizationMethod": "ec:InclusiveNamespaces",
        "ds:Reference": "ds:Transforms ds:DigestMethod ds:DigestValue",
        "ds:Transforms": "ds:Transform",
        "ds:Transform": "ec:InclusiveNamespaces ds:XPath",
    }.items()
}
"""What may stand in a signature and in its SignedInfo."""


_SIGNATURE = f"""\
<ds:Signature xmlns:ds="{NAMESPACES["ds"]}">\
<ds:SignedInfo>\
<ds:CanonicalizationMethod Algorithm="{EXCLUSIVE_C14N}"/>\
<ds:SignatureMethod Algorithm="%(method)s"/>\
<ds:Reference URI="#%(id)s">\
<ds:Transforms>\
<ds:Transform Algorithm="{ENVELOPED_SIGNATURE}"/>\
<ds:Transform Algorithm="{EXCLUSIVE_C14N}">\
<InclusiveNamespaces xmlns="{EXCLUSIVE_C14N}" PrefixList="{" ".join(INCLUSIVE_PREFIXES)}"/>\
</ds:Transform>\
</ds:Transforms>\
<ds:DigestMethod Algorithm="{SHA256}"/>\
<ds:DigestValue>%(digest)s</ds:DigestValue>\
</ds:Reference>\
</ds:SignedInfo>\
<ds:SignatureValue/>\
<ds:KeyInfo><ds:X509Data><ds:X509Certificate>%(certificate)s</ds:X509Certificate></ds:X509Data></ds:KeyInfo>\
</ds:Signature>"""


def sign(element: Element, keys: KeyPair) -> None:
    """Sign an element in place, by its ID; the signature goes right after Issuer, or first where there is none.

    Everything inside must be complete, inner signatures included.
    """
    # Before it has a signature, an element is what the enveloped-signature transform leaves of it.
    digest = sha256(canonical(element, INCLUSIVE_PREFIXES)).digest()
    signature = literal(
        _SIGNATURE,
        method=RSA_SHA256 if keys.is_rsa else ECDSA_SHA256,
        id=attribute_of(element, "ID"),
        digest=b64encode(digest).decode(),
        certificate=keys.certificate.base64,
    )
    element.insert(len(children(element, "saml2:Issuer")), signature)
    signed_info, value, _ = signature
    value.text = b64encode(signature_value(canonical(signed_info), keys)).decode()


def embedded_certificate(element: Element) -> Certificate | None:
    """The certificate a message's signature carries, or None.

    Raises:
        SamlRefused: ``malformed``, it cannot be read.
    """
    for signature in children(element, "ds:Signature"):
        found = signature.find(
            f"{qualified('ds:KeyInfo')}/{qualified('ds:X509Data')}/{qualified('ds:X509Certificate')}"
        )
        if found is not None:
            try:
                return Certificate.from_base64(token_of(found))
            except ValueError:
                raise SamlRefused("malformed", "the certificate in the signature cannot be read") from None
    return None


@seam
def verify_signature(element: Element, registered: tuple[Certificate, ...]) -> None:
    """Check that the element is signed, as a whole, by the holder of a registered certificate.

    After this, read data from `element` and its descendants only.

    Raises:
        SamlRefused: ``unsigned``, ``signature_wraps``, ``signature_transforms``, ``signature_algorithm``,
            ``certificate_foreign``, ``signature_invalid`` or ``malformed``.
    """
    name = etree.QName(element).localname
    signatures = children(element, "ds:Signature")
    if len(signatures) != 1:  # saml-core 5.4.1
        raise SamlRefused("unsigned", f"expected one signature in {name}, got {len(signatures)}")
    [signature] = signatures
    _check_shape(element, signature)
    embedded = embedded_certificate(element)
    if embedded and not rules.certificate_is_registered(embedded, registered):
        raise SamlRefused(
            "certificate_foreign",
            expected_got(
                f"SHA-256 fingerprint of the certificate that signed {name}",
                [certificate.fingerprint for certificate in registered],
                embedded.fingerprint,
            ),
        )
    if not signature_is_genuine(signature, (embedded,) if embedded else registered):
        raise SamlRefused(
            "signature_invalid",
            f"the signature of {name} does not verify: it was altered, or signed with another key",
        )


def _check_shape(element: Element, signature: Element) -> None:
    """Check what the signature claims to cover, and by which algorithms."""
    _check_parts(signature)
    name = etree.QName(element).localname
    element_id = attribute_of(element, "ID")
    signed_info = child(signature, "ds:SignedInfo")
    references = children(signed_info, "ds:Reference")
    uris = [reference.get("URI") for reference in references]
    if not rules.signature_covers(element_id, element.getparent() is None, uris):
        raise SamlRefused(
            "signature_wraps",
            f"expected the signature of {name} to cover {quoted('#' + element_id)}, got {quoted(uris)}",
        )
    transforms = [
        transform.get("Algorithm")
        for reference in references
        for transform in children(child(reference, "ds:Transforms"), "ds:Transform")
    ]
    if not rules.transforms_are_plain(transforms):
        raise SamlRefused(
            "signature_transforms", f"expected {ENVELOPED_SIGNATURE}, {EXCLUSIVE_C14N}; got {quoted(transforms)}"
        )
    canonicalization = child(signed_info, "ds:CanonicalizationMethod").get("Algorithm")
    method = child(signed_info, "ds:SignatureMethod").get("Algorithm")
    digests = [child(reference, "ds:DigestMethod").get("Algorithm") for reference in references]
    if not rules.algorithms_are_strong(canonicalization, method, digests):
        raise SamlRefused(
            "signature_algorithm",
            "expected exclusive C14N, ECDSA-SHA256 or RSA-SHA256, and SHA-256; "
            f"got {quoted([canonicalization, method, *digests])}",
        )


def _check_parts(signature: Element) -> None:
    """Refuse a signature with anything in it that nobody here looks at (xmldsig-core1 4)."""
    for whole in (signature, *child(signature, "ds:SignedInfo").iter("*")):
        for part in whole.iterchildren("*"):
            if part.tag not in _PARTS.get(whole.tag, ()):
                names = etree.QName(part).localname, etree.QName(whole).localname
                raise SamlRefused("malformed", f"expected no {names[0]} in {names[1]} of a signature")


@rule
def signature_is_genuine(signature: Element, certificates: tuple[Certificate, ...]) -> bool:
    """Whether one of the certificates' keys signed this, and what it refers to is as it was then.

    In this order, so that nothing a stranger wrote is carried out (XML Signature Best Practices, 2.1).
    """
    signed_info = child(signature, "ds:SignedInfo")
    canonicalization = child(signed_info, "ds:CanonicalizationMethod")
    if canonicalization.get("Algorithm") != EXCLUSIVE_C14N:
        return False
    method = child(signed_info, "ds:SignatureMethod").get("Algorithm")
    data = canonical(signed_info, inclusive_prefixes_of(canonicalization))
    value = base64_of(child(signature, "ds:SignatureValue"))
    references = children(signed_info, "ds:Reference")
    return (
        any(is_signature_of(value, data, method, certificate) for certificate in certificates)
        and bool(references)
        and all(digest_holds(signature, reference) for reference in references)
    )
