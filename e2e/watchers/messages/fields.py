"""A message as a flat table: the path of every element and attribute, in order, and what it holds."""

from collections import Counter

from lxml import etree

from e2e.watchers.messages.names import NAMESPACES

_PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}
_XSI_TYPE = f"{{{NAMESPACES['xsi']}}}type"
_APART = {"ds:Signature", "saml2p:Response", "xenc:EncryptedData"}
"""What is compared by itself; in what it stands in, only its place is told."""


def parsed(xml: bytes | str) -> etree._Element:
    """The root of a message; what is no XML raises `etree.XMLSyntaxError`."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    return etree.fromstring(xml.encode() if isinstance(xml, str) else xml, parser)


def fields_of(element: etree._Element) -> dict[str, str]:
    """Every field by its path; names carry the prefixes of the profile, whatever the message calls them.

    A second child of one name is ``name[2]``. Blanks between elements tell nothing and are left out.
    """
    fields: dict[str, str] = {}
    _add(element, named(element.tag), fields)
    return fields


def named(tag: object) -> str:
    """A name with its prefix of the profile; one of another namespace with its whole address."""
    if not isinstance(tag, str):
        return "comment()"
    qualified = etree.QName(tag)
    prefix = _PREFIXES.get(qualified.namespace or "")
    return f"{prefix}:{qualified.localname}" if prefix else tag


def _add(element: etree._Element, path: str, fields: dict[str, str]) -> None:
    children = list(element)
    text = element.text or ""
    fields[path] = text.strip() if children else text
    for name, value in sorted(element.attrib.items()):
        told = _type_told(element, str(value)) if name == _XSI_TYPE else str(value)
        fields[f"{path}@{named(name)}"] = told
    count: Counter[str] = Counter()
    for child in children:
        name = named(child.tag)
        count[name] += 1
        inner = f"{path}/{name}" + (f"[{count[name]}]" if count[name] > 1 else "")
        if name in _APART:
            fields[inner] = ""
        else:
            _add(child, inner, fields)
        if (child.tail or "").strip():
            fields[f"{inner}/text() after"] = child.tail or ""


def _type_told(element: etree._Element, written: str) -> str:
    """An xsi:type by the namespace that its prefix stands for, since that is what a client finds it by."""
    prefix, _, local = written.rpartition(":")
    return named(f"{{{element.nsmap.get(prefix or None, '')}}}{local}")
