"""Signature wrapping: the ways in which a genuine signed message can stand beside a forged one.

Somorovsky et al., “On Breaking SAML: Be Whoever You Want to Be” (USENIX Security 2012), adapted: what is signed here is
ArtifactResponse and Response.
"""

from collections.abc import Callable

from lxml import etree

from ...saml.names import declared, qualified
from ...saml.xml import Element, children
from ..sealing import signature_of, unsign

Shape = Callable[[Element, Element], list[Element]]
"""Given the forged message and the genuine one, what stands where the genuine one stood."""


def after_issuer(message: Element, *parts: Element) -> None:
    """Put parts where a message's own signature would be."""
    for part in reversed(parts):
        message.insert(len(children(message, "saml2:Issuer")), part)


def first_in_the_signature(forged: Element, genuine: Element) -> list[Element]:
    """The forged message carries the signature, which begins with the genuine one."""
    signature = unsign(genuine)
    signature.insert(0, genuine)
    after_issuer(forged, signature)
    return [forged]


def before_the_signature(forged: Element, genuine: Element) -> list[Element]:
    """The forged message holds the genuine one, and after it the detached signature."""
    signature = unsign(genuine)
    after_issuer(forged, genuine, signature)
    return [forged]


def beside(forged: Element, genuine: Element) -> list[Element]:
    """The forged message stands before the genuine one."""
    return [forged, genuine]


def around(forged: Element, genuine: Element) -> list[Element]:
    """The forged message holds the genuine one, which keeps its signature."""
    forged.append(genuine)
    return [forged]


def at_the_end(forged: Element, genuine: Element) -> list[Element]:
    """The forged message carries the signature; the genuine one stands after it."""
    after_issuer(forged, unsign(genuine))
    return [forged, genuine]


def last_in_the_signature(forged: Element, genuine: Element) -> list[Element]:
    """The forged message carries the signature, which ends with the genuine one."""
    signature = unsign(genuine)
    signature.append(genuine)
    after_issuer(forged, signature)
    return [forged]


def forged_in_extensions(forged: Element, genuine: Element) -> list[Element]:
    """Extensions beside the genuine message hold the forged one, which has its ID."""
    forged.set("ID", genuine.attrib["ID"])
    extensions = etree.Element(qualified("saml2p:Extensions"), nsmap=declared("saml2p"))
    extensions.append(forged)
    return [extensions, genuine]


def genuine_in_extensions(forged: Element, genuine: Element) -> list[Element]:
    """The forged message carries the signature, and its Extensions the genuine one."""
    signature, extensions = unsign(genuine), etree.Element(qualified("saml2p:Extensions"), nsmap=declared("saml2p"))
    extensions.append(genuine)
    after_issuer(forged, signature, extensions)
    return [forged]


def in_an_object(forged: Element, genuine: Element) -> list[Element]:
    """The forged message carries the signature, an Object of which holds the genuine one."""
    signature = unsign(genuine)
    etree.SubElement(signature, qualified("ds:Object")).append(genuine)
    after_issuer(forged, signature)
    return [forged]


def with_the_same_id(forged: Element, genuine: Element) -> list[Element]:
    """The same, and both have one ID."""
    forged.set("ID", genuine.attrib["ID"])
    return in_an_object(forged, genuine)


def with_its_id_as(name: str) -> Shape:
    """The same as in an Object, and the forged message has the genuine one's ID in an attribute of another name."""

    def shape(forged: Element, genuine: Element) -> list[Element]:
        forged.set(name, genuine.attrib["ID"])
        return in_an_object(forged, genuine)

    return shape


SHAPES: dict[str, Shape] = {
    "1": first_in_the_signature,
    "2": before_the_signature,
    "3": beside,
    "4": around,
    "5": at_the_end,
    "6": last_in_the_signature,
    "7:forged": forged_in_extensions,
    "7:genuine": genuine_in_extensions,
    "8": in_an_object,
}
"""By the numbers of the catalogue."""


def genuine_alone(document: Element, message_id: str) -> Element:
    """The genuine message of this ID out of a wrapped document, with its signature where it was when it was signed.

    Raises:
        LookupError: it is not there, or its signature is not.
    """
    held = [one for one in document.iter() if one.get("ID") == message_id]
    signatures = [
        one
        for one in document.iter(qualified("ds:Signature"))
        if any(f"#{message_id}" == reference.get("URI") for reference in one.iter(qualified("ds:Reference")))
    ]
    if not held or not signatures:
        raise LookupError(message_id)
    message, signature = etree.fromstring(etree.tostring(held[-1], with_tail=False)), signatures[0]
    if not children(message, "ds:Signature"):
        copy = etree.fromstring(etree.tostring(signature, with_tail=False))
        for foreign in [one for one in copy if one.tag not in _PARTS]:
            copy.remove(foreign)
        after_issuer(message, copy)
    signature_of(message)
    return message


_PARTS = {qualified(name) for name in ("ds:SignedInfo", "ds:SignatureValue", "ds:KeyInfo")}
