"""Exclusive canonical XML, without comments (https://www.w3.org/TR/xml-exc-c14n/), by lxml.

It is a module of its own for one trap. lxml hands libxml2 only those inclusive prefixes that its dictionary of names
knows, and silently drops the others (lxml 6.1, `_convert_ns_prefixes` in serializer.pxi). The dictionary learns what
is parsed: not what is declared on an element built here, nor ``#default``, which stands for the default namespace.
"""

import threading

from lxml import etree

from .names import declarations
from .xml import Element

INCLUSIVE_PREFIXES = ("ds", "saml2", "saml2p", "xenc")
"""Those the real hub names in InclusiveNamespaces, and so do we."""


class _Dictionary(threading.local):
    """lxml's dictionary of names, of which every thread has its own."""

    def __init__(self) -> None:
        etree.fromstring(f'<lesson {declarations(*INCLUSIVE_PREFIXES)} xmlns:default="#default"/>')

    def known(self, prefixes: tuple[str, ...]) -> list[str]:
        """Inclusive prefixes as lxml takes them; in this thread it has learnt ``#default`` and our own by now."""
        return list(prefixes)


_dictionary = _Dictionary()


def canonical(element: Element, inclusive_prefixes: tuple[str, ...] = ()) -> bytes:
    """The element's bytes as they are signed, with neither its tail nor what stands around it.

    Args:
        element: parsed, or built here with no other inclusive prefixes than ours.
        inclusive_prefixes: the PrefixList; declared even where they are not used.
    """
    return _canonical(element, inclusive_prefixes)


def canonical_document(root: Element, inclusive_prefixes: tuple[str, ...] = ()) -> bytes:
    """The bytes of the whole document, processing instructions beside the root element included."""
    return _canonical(root.getroottree(), inclusive_prefixes)


def _canonical(node: "Element | etree._ElementTree", inclusive_prefixes: tuple[str, ...]) -> bytes:
    prefixes = _dictionary.known(inclusive_prefixes)
    return etree.tostring(node, method="c14n", exclusive=True, with_comments=False, inclusive_ns_prefixes=prefixes)
