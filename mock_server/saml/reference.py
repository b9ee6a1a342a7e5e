"""What a signature's reference stands for, in bytes (xmldsig-core1 4.4.3): found, transformed, digested.

It does what the message says, no more and no less: whether a message may say so is for `rules` to decide first. So
it knows two things that those rules refuse, the XPath filter and SHA-1, because a world with that rule broken must
have the real hole.
"""

import hashlib
from copy import deepcopy
from hmac import compare_digest
from typing import cast

from lxml import etree

from .c14n import canonical, canonical_document
from .names import ENVELOPED_SIGNATURE, EXCLUSIVE_C14N, SHA1, SHA256, XPATH_FILTER
from .xml import Element, attribute_of, base64_of, child, children, optional_child, text_of

_BY_ID = etree.XPath("(//*[@ID=$id])[1]")
_DIGESTS = {SHA1: "sha1", SHA256: "sha256"}


def inclusive_prefixes_of(algorithm: Element) -> tuple[str, ...]:
    """The PrefixList of a Transform or CanonicalizationMethod; empty without one (xml-exc-c14n 3)."""
    found = optional_child(algorithm, "ec:InclusiveNamespaces")
    return () if found is None else tuple(attribute_of(found, "PrefixList").split())


def digest_holds(signature: Element, reference: Element) -> bool:
    """Whether a reference's digest is that of what it stands for now.

    Raises:
        SamlRefused: ``malformed``.
    """
    digest = _DIGESTS.get(attribute_of(child(reference, "ds:DigestMethod"), "Algorithm"))
    stated = base64_of(child(reference, "ds:DigestValue"))
    octets = _octets(signature, reference)
    if digest is None or octets is None:
        return False
    return compare_digest(hashlib.new(digest, octets).digest(), stated)


def _octets(signature: Element, reference: Element) -> bytes | None:
    """What a reference stands for after its transforms; None where that is nothing, or we cannot tell.

    The transforms work on a copy of the whole document, so that no namespace in scope is lost and the message stays
    as it came.
    """
    uri = attribute_of(reference, "URI")
    root = deepcopy(signature.getroottree()).getroot()
    signature_copy = _at(root, _path_to(signature))
    target = _target(root, uri)
    if target is None:
        return None
    for transform in children(child(reference, "ds:Transforms"), "ds:Transform"):
        match transform.get("Algorithm"):
            case name if name == ENVELOPED_SIGNATURE:
                if target is signature_copy or signature_copy in target.iterancestors():
                    return None
                _take_out(signature_copy)
            case name if name == XPATH_FILTER:
                _filter(target, child(transform, "ds:XPath"))
            case name if name == EXCLUSIVE_C14N:
                prefixes = inclusive_prefixes_of(transform)
                return canonical(target, prefixes) if uri else canonical_document(root, prefixes)
            case _:
                return None
    return None


def _target(root: Element, uri: str) -> Element | None:
    """The element a reference within the document means, the first of that ID."""
    if not uri:
        return root
    found = cast("list[Element]", _BY_ID(root, id=uri[1:]) if uri.startswith("#") else [])
    return found[0] if found else None


def _path_to(element: Element) -> list[int]:
    """At which place the element stands in its parent, its parent in the next, and so on; outermost first."""
    path = []
    while (parent := element.getparent()) is not None:
        path.append(parent.index(element))
        element = parent
    return path[::-1]


def _at(root: Element, path: list[int]) -> Element:
    """The element at the end of a path."""
    for place in path:
        root = root[place]
    return root


def _take_out(element: Element) -> None:
    """Remove an element, but not the text after it, which lxml holds to be part of it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _filter(target: Element, xpath: Element) -> None:
    """Keep the elements for which an XPath says true (xmldsig-core1 6.6.3; text goes and stays with its element)."""
    keeps = etree.XPath(f"boolean({text_of(xpath)})", namespaces={key: uri for key, uri in xpath.nsmap.items() if key})
    for element in [element for element in target.iter("*") if not keeps(element)]:
        _take_out(element)
