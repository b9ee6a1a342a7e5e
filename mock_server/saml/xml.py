"""XML in and out: a hardened parser, and short names for what is read and built."""

import re
from base64 import b64decode
from concurrent.futures import ThreadPoolExecutor
from typing import cast
from xml.sax.saxutils import escape

from lxml import etree

from . import rules
from .errors import SamlRefused
from .names import qualified

Element = etree._Element

SIZE_LIMIT = 256 * 1024
"""Bytes. A real ArtifactResponse has about 12 KiB."""

_IDS = etree.XPath("//@ID", smart_strings=False)
_FURTHER = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
"""What an attribute's value may not hold as it is, and white space that a parser would change."""
_NCNAME = re.compile(r"[^\W\d][\w.\-]*")


def parse(xml: bytes) -> Element:
    """Parse a message from outside: no DTD, entities, network or duplicate IDs.

    Comments are dropped, as C14N drops them, so that text is read exactly as it was signed.

    Raises:
        SamlRefused: ``too_large``, ``malformed``, ``document_type`` or ``duplicate_id``.
    """
    if not rules.document_is_small_enough(len(xml), SIZE_LIMIT):
        raise SamlRefused("too_large", f"expected at most {SIZE_LIMIT} bytes, got {len(xml)}")
    try:
        root = _read_apart(xml)
    except etree.XMLSyntaxError as error:
        raise SamlRefused("malformed", f"this is not well-formed XML (line {error.lineno})") from None
    has_document_type = root.getroottree().docinfo.internalDTD is not None
    if not rules.document_type_is_absent(has_document_type):
        raise SamlRefused("document_type", "expected no DTD, got a document with one")
    ids = cast("list[str]", _IDS(root))
    if not all(_NCNAME.fullmatch(name) for name in ids):
        raise SamlRefused("malformed", "an ID is not an xs:ID")
    if not rules.ids_are_unique(ids):
        raise SamlRefused("duplicate_id", "expected every ID once, got one on two elements")
    return root


def _read_apart(xml: bytes) -> Element:
    """Read a document in a thread of its own, whose end takes with it every name that the document uses.

    libxml2 keeps for each thread all names of elements and namespaces that it ever read: whoever sends a document of
    new names over and over would fill the memory of a server that reads all in one thread.
    """
    with ThreadPoolExecutor(max_workers=1) as apart:
        return apart.submit(_read, xml).result()


def _read(xml: bytes) -> Element:
    # Never with ``collect_ids=False``: libxml2 2.14 would take that for a wish to load the external DTD.
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True)
    return etree.fromstring(xml, parser)


def require_name(element: Element, name: str) -> None:
    """Refuse an element that is not the expected one.

    Raises:
        SamlRefused: ``malformed``, saying what came instead.
    """
    if element.tag != qualified(name):
        raise SamlRefused("malformed", f"expected {name}, got {etree.QName(element).localname}")


def children(parent: Element, name: str) -> list[Element]:
    """The direct children of that name."""
    return list(parent.iterchildren(qualified(name)))


def optional_child(parent: Element, name: str) -> Element | None:
    """The only direct child of that name, or None.

    Raises:
        SamlRefused: ``malformed``, there are several.
    """
    found = children(parent, name)
    if len(found) > 1:
        raise SamlRefused("malformed", f"expected one {name}, got {len(found)}")
    return found[0] if found else None


def child(parent: Element, *path: str) -> Element:
    """Walk down the path of direct children, each the only one of its name.

    Raises:
        SamlRefused: ``malformed``, one is missing or there are several.
    """
    for name in path:
        found = optional_child(parent, name)
        if found is None:
            raise SamlRefused("malformed", f"expected {name} in {etree.QName(parent).localname}, got nothing")
        parent = found
    return parent


def text_of(element: Element) -> str:
    """All the text of an element, letter for letter.

    Raises:
        SamlRefused: ``malformed``, something other than text is in it, so that a part could be overlooked.
    """
    if len(element):
        raise SamlRefused("malformed", f"expected only text in {etree.QName(element).localname}")
    return element.text or ""


def token_of(element: Element) -> str:
    """The text of an element without the white space around it, for names and addresses."""
    return text_of(element).strip()


def base64_of(element: Element) -> bytes:
    """The bytes an element holds in base64, white space ignored.

    Raises:
        SamlRefused: ``malformed``.
    """
    try:
        return b64decode("".join(text_of(element).split()), validate=True)
    except ValueError:
        raise SamlRefused("malformed", "expected base64, got something else") from None


def attribute_of(element: Element, name: str) -> str:
    """The value of an attribute.

    Raises:
        SamlRefused: ``malformed``, it is not there.
    """
    value = element.get(name)
    if value is None:
        raise SamlRefused("malformed", f"expected {name} on {etree.QName(element).localname}, got nothing")
    return value


def add(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    """Append an element with its text and plain attributes."""
    element = etree.SubElement(parent, qualified(name), attributes)
    element.text = text
    return element


def filled(xml: str, **values: str) -> str:
    """The XML as it is written here, each ``%(name)s`` in it replaced by the value of that name."""
    return xml % {name: escape(value, _FURTHER) for name, value in values.items()}


def literal(xml: str, **values: str) -> Element:
    """The element that such XML is."""
    return etree.fromstring(filled(xml, **values))


def serialize(element: Element) -> bytes:
    """The whole document an element belongs to, in UTF-8."""
    return etree.tostring(element.getroottree(), encoding="UTF-8")
