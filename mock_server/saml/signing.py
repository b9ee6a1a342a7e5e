"""Enveloped XML signatures over one message (saml-core 5.4, XML-DSig)."""

from typing import cast

import xmlsec
from lxml import etree

from . import rules
from .errors import SamlRefused, expected_got, quoted
from .keys import Certificate, KeyPair
from .names import ECDSA_SHA256, ENVELOPED_SIGNATURE, EXCLUSIVE_C14N, NAMESPACES, RSA_SHA256, SHA256, qualified
from .xml import Element, add, attribute_of, child, children, token_of

INCLUSIVE_PREFIXES = "ds saml2 saml2p xenc"


def sign(element: Element, keys: KeyPair) -> None:
    """Sign an element in place, by its ID; the signature goes right after Issuer, or first where there is none.

    Everything inside must be complete, inner signatures included.
    """
    signature = etree.Element(qualified("ds:Signature"), nsmap={"ds": NAMESPACES["ds"]})
    signed_info = add(signature, "ds:SignedInfo")
    add(signed_info, "ds:CanonicalizationMethod", Algorithm=EXCLUSIVE_C14N)
    add(signed_info, "ds:SignatureMethod", Algorithm=RSA_SHA256 if keys.is_rsa else ECDSA_SHA256)
    reference = add(signed_info, "ds:Reference", URI=f"#{element.get('ID')}")
    transforms = add(reference, "ds:Transforms")
    add(transforms, "ds:Transform", Algorithm=ENVELOPED_SIGNATURE)
    canonicalization = add(transforms, "ds:Transform", Algorithm=EXCLUSIVE_C14N)
    inclusive = etree.QName(EXCLUSIVE_C14N, "InclusiveNamespaces")
    default_namespace = cast("dict[str, str]", {None: EXCLUSIVE_C14N})
    etree.SubElement(canonicalization, inclusive, PrefixList=INCLUSIVE_PREFIXES, nsmap=default_namespace)
    add(reference, "ds:DigestMethod", Algorithm=SHA256)
    add(reference, "ds:DigestValue")
    value = add(signature, "ds:SignatureValue")
    data = add(add(signature, "ds:KeyInfo"), "ds:X509Data")
    add(data, "ds:X509Certificate", keys.certificate.base64)
    element.insert(len(children(element, "saml2:Issuer")), signature)
    context = xmlsec.SignatureContext()
    context.register_id(element, "ID")
    context.key = keys.signing_key
    context.sign(signature)
    value.text = "".join(token_of(value).split())


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


def verify_signature(element: Element, registered: tuple[Certificate, ...]) -> None:
    """Check that the element is signed, as a whole, by the holder of a registered certificate.

    After this, read data from `element` and its descendants only.

    Raises:
        SamlRefused: ``unsigned``, ``signature_wraps``, ``signature_transforms``, ``signature_algorithm``,
            ``certificate_foreign``, ``signature_invalid`` or ``malformed``.
    """
    name = etree.QName(element).localname
    signatures = children(element, "ds:Signature")
    if not rules.message_is_signed(len(signatures)):
        raise SamlRefused("unsigned", f"expected one signature in {name}, got {len(signatures)}")
    for signature in signatures:
        _check_shape(element, signature)
        candidates = registered
        embedded = embedded_certificate(element)
        if embedded:
            if not rules.certificate_is_registered(embedded, registered):
                raise SamlRefused(
                    "certificate_foreign",
                    expected_got(
                        f"SHA-256 fingerprint of the certificate that signed {name}",
                        [certificate.fingerprint for certificate in registered],
                        embedded.fingerprint,
                    ),
                )
            candidates = tuple(certificate for certificate in registered if certificate == embedded) or (embedded,)
        if not rules.signature_is_genuine(any(_verifies(signature, candidate) for candidate in candidates)):
            raise SamlRefused(
                "signature_invalid",
                f"the signature of {name} does not verify: it was altered, or signed with another key",
            )


def _check_shape(element: Element, signature: Element) -> None:
    """Check what the signature claims to cover, and by which algorithms."""
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


def _verifies(signature: Element, certificate: Certificate) -> bool:
    """Whether xmlsec confirms signature and digests with the certificate's key, whatever KeyInfo says."""
    context = xmlsec.SignatureContext()
    context.key = certificate.verification_key
    try:
        context.verify(signature)
    except xmlsec.Error:
        return False
    return True
