"""Where an answer differs from the good one of the same login, assertions in clear.

A place is a path of local names: ``T/Conditions@NotOnOrAfter``. ``A`` is the ArtifactResponse, ``R`` the Response in
it, ``E`` its EncryptedData and ``T`` the assertion that this holds, ``S`` the envelope. White space between elements,
prefixes, the order of attributes and other ways to write the same are no differences.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from ..saml.names import qualified
from ..saml.xml import Element
from .made import Made

_SHORT = {
    ("", "Envelope"): "S",
    ("S/Body", "ArtifactResponse"): "A",
    ("A", "Response"): "R",
    ("R/EncryptedAssertion", "EncryptedData"): "E",
    ("R/EncryptedAssertion", "Assertion"): "T",
}
_ABOVE = {"A": "S/Body", "R": "A", "E": "R/EncryptedAssertion", "T": "R/EncryptedAssertion"}
_VALUES = ("/Reference/DigestValue#", "/SignatureValue#")


@dataclass(frozen=True)
class Change:
    """One place at which two answers differ; None is where there is nothing."""

    place: str
    good: str | None
    sent: str | None

    @property
    def follows(self) -> bool:
        """Whether it is but the digest or the value of a signature, which any change inside changes too."""
        return self.place.startswith(("A/Signature/", "R/Signature/")) and any(part in self.place for part in _VALUES)


def changes(made: Made) -> list[Change]:
    """Every place at which the two envelopes of an answer differ."""
    good, sent = _read(made.good), _read(made.soap)
    if good is None or sent is None:
        return [Change("S#bytes", _shown(made.good), _shown(made.soap))]
    clear = made.clear if made.opened and _opens(good, made.clear) and _opens(sent, made.clear) else {}
    before, after = dict(_entries(good, clear)), dict(_entries(sent, clear))
    return [
        Change(place, before.get(place), after.get(place))
        for place in dict.fromkeys((*before, *after))
        if before.get(place) != after.get(place)
    ]


def is_within(place: str, whole: str) -> bool:
    """Whether a place lies at or below another."""
    return place == whole or (place.startswith(whole) and place[len(whole)] in "/@#[")


def lies_in(place: str, places: tuple[str, ...]) -> bool:
    """Whether a place lies in one of these; what lies in R lies in A, what lies in T or E in R's EncryptedAssertion."""
    if any(is_within(place, whole) for whole in places):
        return True
    above = _ABOVE.get(place[:1])
    return above is not None and lies_in(f"{above}/{place}", places)


def _read(soap: bytes) -> Element | None:
    try:
        return etree.fromstring(soap, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError:
        return None


def _shown(soap: bytes) -> str:
    return soap.decode("utf-8", "replace")


def _opens(root: Element, clear: dict[str, bytes]) -> bool:
    return all(_cipher(found) in clear for found in root.iter(qualified("xenc:EncryptedData")))


def _cipher(encrypted: Element) -> str:
    value = encrypted.findtext(f"{qualified('xenc:CipherData')}/{qualified('xenc:CipherValue')}", "")
    return "".join(value.split())


def _entries(root: Element, clear: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Every place of a document and what stands there."""
    yield "S#doctype", _doctype(root)
    yield "S#beside", "".join(str(node) for node in (*root.itersiblings(preceding=True), *root.itersiblings()))
    yield from _of(root, "", 1, clear)


def _of(node: Element, above: str, number: int, clear: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    if node.tag == qualified("xenc:EncryptedData") and clear:
        yield from _opened(clear[_cipher(node)], above, number, clear)
        return
    if not _is_element(node):
        yield f"{above}/{_kind(node)}[{number}]", str(node)
        return
    place = _place(above, _kind(node), number)
    yield place, str(node.tag)
    for name, value in node.attrib.items():
        yield f"{place}@{name!s}", str(value)
    yield f"{place}#text", _text(node)
    counted = Counter[str]()
    for child in node:
        counted[_kind(child)] += 1
        yield from _of(child, place, counted[_kind(child)], clear)


def _opened(data: bytes, above: str, number: int, clear: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    root = _read(data)
    if root is None:
        yield f"{_place(above, 'Assertion', number)}#bytes", _shown(data)
        return
    yield from _of(root, above, number, clear)
    yield f"{_place(above, 'Assertion', number)}#doctype", _doctype(root)


def _doctype(root: Element) -> str:
    info: Any = root.getroottree().docinfo
    return str(info.doctype)


def _is_element(node: Any) -> bool:  # noqa: ANN401 - what stands for a comment has a function in the place of a tag
    return isinstance(node.tag, str)


def _kind(node: Element) -> str:
    """The local name of an element, or ``Comment()`` and the like."""
    return etree.QName(node).localname if _is_element(node) else f"{type(node).__name__.strip('_')}()"


def _place(above: str, name: str, number: int) -> str:
    short = _SHORT.get((above, name))
    place = short or (f"{above}/{name}" if above else name)
    return place if number == 1 else f"{place}[{number}]"


def _text(node: Element) -> str:
    pieces = [node.text or "", *(child.tail or "" for child in node)]
    has_parts = any(_is_element(child) for child in node)
    return "" if has_parts and not "".join(pieces).strip() else "".join(pieces)
