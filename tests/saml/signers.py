"""Others' code signs as real clients do: xmlsec fills a template in, signxml makes the signature itself."""

import xmlsec
from lxml import etree
from signxml.algorithms import CanonicalizationMethod
from signxml.signer import SignatureReference, XMLSigner

from mock_server.saml import KeyPair
from mock_server.saml.names import EXCLUSIVE_C14N, NAMESPACES
from mock_server.saml.signing import sign
from mock_server.saml.xml import Element
from tests.saml.scene import find


def refill_by_xmlsec(message: Element, keys: KeyPair) -> None:
    """Let xmlsec fill in the digest and the value of the signature a message has."""
    context = xmlsec.SignatureContext()
    context.register_id(message, "ID")
    context.key = xmlsec.Key.from_memory(keys.private_pem, xmlsec.constants.KeyDataFormatPem)
    context.sign(find(message, "ds:Signature"))


def sign_by_xmlsec(
    message: Element, keys: KeyPair, prefixes: tuple[str, ...] = (), info_prefixes: tuple[str, ...] = ()
) -> None:
    """Sign by ID with these PrefixLists, the second that of SignedInfo's own canonicalization."""
    sign(message, keys)
    transform = find(message, "ds:Signature/ds:SignedInfo/ds:Reference/ds:Transforms")[1]
    set_prefixes(transform, prefixes)
    set_prefixes(find(message, "ds:Signature/ds:SignedInfo/ds:CanonicalizationMethod"), info_prefixes)
    refill_by_xmlsec(message, keys)


def set_prefixes(algorithm: Element, prefixes: tuple[str, ...]) -> None:
    for old in list(algorithm):
        algorithm.remove(old)
    if prefixes:
        name = etree.QName(EXCLUSIVE_C14N, "InclusiveNamespaces")
        etree.SubElement(algorithm, name, PrefixList=" ".join(prefixes), nsmap={"ec": EXCLUSIVE_C14N})


def signed_by_signxml(message: Element, keys: KeyPair, info_prefixes: tuple[str, ...] = ()) -> Element:
    """A copy of a message, which must be a whole document, that signxml has signed by ID.

    The PrefixList is SignedInfo's; signxml 5.2 forgets to write that of a reference, and does not know ``#default``.
    """
    signer = XMLSigner(
        signature_algorithm="rsa-sha256" if keys.is_rsa else "ecdsa-sha256",
        digest_algorithm="sha256",
        c14n_algorithm=CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0,
    )
    signer.namespaces = {"ds": NAMESPACES["ds"]}
    return signer.sign(
        message,
        key=keys.private_pem,
        cert=keys.certificate.pem,
        reference_uri=[SignatureReference(f"#{message.get('ID')}", inclusive_ns_prefixes=[])],
        id_attribute="ID",
        inclusive_ns_prefixes=list(info_prefixes) or None,
    )


def verified_by_xmlsec(message: Element, keys: KeyPair) -> None:
    """Let xmlsec check the signature a message has.

    Raises:
        xmlsec.Error: it does not hold.
    """
    context = xmlsec.SignatureContext()
    context.register_id(message, "ID")
    context.key = xmlsec.Key.from_memory(keys.certificate.pem, xmlsec.constants.KeyDataFormatCertPem)
    context.verify(find(message, "ds:Signature"))
