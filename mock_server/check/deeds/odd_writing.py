"""The good answer written in another way: the same to whoever reads XML as XML."""

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

from lxml import etree

from ...saml.c14n import canonical
from ...saml.keys import KeyPair
from ...saml.names import NAMESPACES, qualified
from ...saml.signing import sign
from ...saml.xml import Element
from .. import sealing
from ..making import PATHS, Making, found
from ..sealing import signature_of, unsign
from ..stages import Deed, Stage
from .forging import both, is_response
from .tools import stale, take_away

_PREFIX = re.compile(rb"\b(saml2p?|xenc|xenc11|soap)(?=[:=])")
_TEXT = re.compile(r"(?<=>)[^<>]+(?=</)")
_LINE = 76


def rewritten(change: Callable[[bytes], bytes], *places: str) -> Deed:
    """Both messages written otherwise, and then signed again as ever."""

    def edit(making: Making, soap: bytes) -> bytes:
        envelope = etree.fromstring(soap)
        for layer in "AR":
            unsign(found(envelope, PATHS[layer]))
        again = etree.fromstring(change(etree.tostring(envelope)))
        for layer in "RA":
            sign(found(again, PATHS[layer]), making.login.hub.keys)
        return etree.tostring(again)

    return stale(edit, *places, seals="++")


def _in_clear(change: Callable[[str], str], *places: str) -> Deed:
    """The assertion written otherwise before it is encrypted."""

    def write(_making: Making, assertion: Element) -> bytes:
        return change(etree.tostring(assertion, encoding="unicode")).encode()

    return Deed(Stage.ASSERTION, write, places)


def _default_namespace(xml: str) -> str:
    """The assertion's namespace without a prefix."""
    return xml.replace("xmlns:saml2=", "xmlns=").replace("<saml2:", "<").replace("</saml2:", "</")


def _declared_on_leaves(xml: str) -> str:
    """Every element declares its own prefix."""
    name = f' xmlns:saml2="{NAMESPACES["saml2"]}"'
    return re.sub(r"<saml2:\w+", lambda tag: tag[0] + name, xml.replace(name, ""))


def _indented(xml: bytes) -> bytes:
    root = etree.fromstring(xml)
    etree.indent(root, "    ")
    return etree.tostring(root)


def _turned_round(xml: bytes) -> bytes:
    root = etree.fromstring(xml)
    for element in root.iter("*"):
        attributes = list(element.attrib.items())[::-1]
        element.attrib.clear()
        for name, value in attributes:
            element.set(name, value)
    return etree.tostring(root)


def _as_characters(text: re.Match[str]) -> str:
    return "".join(f"&#x{ord(letter):X};" for letter in text[0])


def _commented(xml: bytes) -> bytes:
    root = etree.fromstring(xml)
    for layer in "AR":
        found(root, PATHS[layer]).append(etree.Comment(" between elements "))
    return etree.tostring(root)


def _in_lines(text: str | None) -> str:
    whole = text or ""
    return "\n".join(whole[start : start + _LINE] for start in range(0, len(whole), _LINE))


def _base64_in_lines(_making: Making, element: Element, keys: KeyPair) -> None:
    if is_response(element):
        for value in element.iter(qualified("xenc:CipherValue")):
            value.text = _in_lines(value.text)
    sign(element, keys)
    for name in ("ds:SignatureValue", "ds:KeyInfo/ds:X509Data/ds:X509Certificate"):
        held = found(signature_of(element), name)
        held.text = _in_lines(held.text)


def _without_prefixes(_making: Making, element: Element, keys: KeyPair) -> None:
    digest = b64encode(sha256(canonical(sealing.unsigned_copy(element))).digest()).decode()

    def edit(signature: Element) -> None:
        reference = found(signature, "ds:SignedInfo/ds:Reference")
        take_away(found(reference, "ds:Transforms")[1][0])
        found(reference, "ds:DigestValue").text = digest

    sealing.sign_edited(element, keys, edit)


def _without_key_info(_making: Making, element: Element, keys: KeyPair) -> None:
    sign(element, keys)
    take_away(found(signature_of(element), "ds:KeyInfo"))


def _in_two_bytes(_making: Making, soap: bytes) -> bytes:
    written: bytes = etree.tostring(etree.fromstring(soap), encoding="UTF-16", xml_declaration=True)  # type: ignore[assignment]
    return written


DEEDS: dict[str, Deed] = {
    "ok.prefixes:other": rewritten(lambda xml: _PREFIX.sub(rb"other-\1", xml)),
    "ok.prefixes:default": _in_clear(_default_namespace),
    "ok.prefixes:leaf": _in_clear(_declared_on_leaves),
    "ok.pretty:messages": rewritten(_indented),
    "ok.pretty:assertion": _in_clear(lambda xml: _indented(xml.encode()).decode()),
    "ok.attr_order:messages": rewritten(_turned_round),
    "ok.attr_order:assertion": _in_clear(lambda xml: _turned_round(xml.encode()).decode()),
    "ok.cdata": _in_clear(lambda xml: _TEXT.sub(lambda text: f"<![CDATA[{text[0]}]]>", xml)),
    "ok.charrefs": _in_clear(lambda xml: _TEXT.sub(_as_characters, xml)),
    "ok.comment_between:messages": rewritten(_commented, "A/Comment()", "R/Comment()"),
    "ok.comment_between:assertion": _in_clear(
        lambda xml: xml.replace("<saml2:Subject>", "<!-- between elements --><saml2:Subject>"), "T/Comment()"
    ),
    "ok.base64_lines": both(_base64_in_lines, "Signature/KeyInfo", seals="++"),
    "ok.no_inclusive": both(_without_prefixes, "Signature/SignedInfo/Reference/Transforms", seals="++"),
    "ok.no_keyinfo": both(_without_key_info, "Signature/KeyInfo", seals="++"),
    "ok.utf16": stale(_in_two_bytes, seals="++"),
}
