"""A signature of the hub: exactly one, by a key that was known before, over exactly the element that is read."""

from lxml import etree
from signxml.algorithms import DigestAlgorithm, SignatureMethod
from signxml.exceptions import SignXMLException
from signxml.verifier import SignatureConfiguration, XMLVerifier

from .documents import Element, Refused, equal, one, require

_CONFIGURATION = SignatureConfiguration(
    location="./",
    expect_references=1,
    signature_methods=frozenset({SignatureMethod.ECDSA_SHA256, SignatureMethod.RSA_SHA256}),
    digest_algorithms=frozenset({DigestAlgorithm.SHA256}),
)


def verified(message: Element, certificates: tuple[str, ...]) -> Element:
    """The message as it was signed: read nothing outside of it from here on.

    Args:
        message: with its signature as a child.
        certificates: the PEMs known for its sender. What the message itself says of keys counts for nothing.

    Raises:
        Refused: none of them signed this very element.
    """
    reference = one(one(message, "ds:Signature"), "ds:SignedInfo/ds:Reference")
    equal("what is signed", reference.get("URI"), f"#{message.get('ID')}")
    xml = etree.tostring(message, with_tail=False)
    for certificate in certificates:
        try:
            result = XMLVerifier().verify(xml, x509_cert=certificate, id_attribute="ID", expect_config=_CONFIGURATION)
        except SignXMLException:
            continue
        signed = None if isinstance(result, list) else result.signed_xml
        require(signed is not None and signed.tag == message.tag, "the signature covers something else")
        assert signed is not None  # noqa: S101 - narrows the type
        return signed
    raise Refused("no key of the hub's signed this")
