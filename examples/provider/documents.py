"""Reading XML from outside: a parser that trusts nothing, and ways to take out exactly one thing."""

from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

Element = etree._Element

NAMES = {
    "ds": "http://www.w3.org/2000/09/xmldsig#",
    "md": "urn:oasis:names:tc:SAML:2.0:metadata",
    "saml2": "urn:oasis:names:tc:SAML:2.0:assertion",
    "saml2p": "urn:oasis:names:tc:SAML:2.0:protocol",
    "soap": "http://schemas.xmlsoap.org/soap/envelope/",
    "xenc": "http://www.w3.org/2001/04/xmlenc#",
}
_LARGEST = 256 * 1024
"""Bytes. A real answer has about 12 KiB."""
_IDS = etree.XPath("//@ID", smart_strings=False)
_SPLIT_TEXTS = etree.XPath("//*[text()[normalize-space()]][comment() or processing-instruction()]")


class Refused(Exception):
    """A message must not be believed, or says that nobody logged in."""


@contextmanager
def failing_closed() -> Iterator[None]:
    """Whatever goes wrong inside is a refusal: a check that could not be completed lets nobody in."""
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        raise Refused(f"{type(error).__name__}: {error}") from error


def parse(xml: bytes) -> Element:
    """The root of a document without DTD, in which every ID stands for one element.

    Raises:
        Refused: it is another document, or a comment or an instruction divides a text: one reader takes the whole of
            such a text, another its beginning, and a third signs it as if nothing were there.
    """
    require(len(xml) <= _LARGEST, "it is too long")
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    require(root.getroottree().docinfo.internalDTD is None, "there is a DTD")
    ids = _IDS(root)
    assert isinstance(ids, list)  # noqa: S101 - narrows the type
    require(len(set(ids)) == len(ids), "two elements have one ID")
    require(not _SPLIT_TEXTS(root), "a text is divided")
    return root


def one(parent: Element, path: str) -> Element:
    """The one element on a path; of two, nobody knows which one counts."""
    found = parent.findall(path, NAMES)
    require(len(found) == 1, f"expected one {path}, got {len(found)}")
    return found[0]


def text_of(element: Element) -> str:
    """The whole text of an element, which holds nothing else."""
    require(len(element) == 0, f"there is more than text in {element.tag}")
    return element.text or ""


def qualified(name: str) -> str:
    """The tag that is written with a prefix in a path."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


def equal(what: str, got: str | None, expected: str) -> None:
    """Refuse anything but the expected value."""
    require(got == expected, f"{what} is {got!r}, not {expected!r}")


def require(holds: bool, problem: str) -> None:
    """Refuse a message for this reason, unless it holds."""
    if not holds:
        raise Refused(problem)
