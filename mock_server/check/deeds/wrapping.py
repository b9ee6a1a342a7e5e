"""Signature wrapping: a genuine signed message of the same login, and a forged one that is to be read in its place."""

import re
from collections.abc import Callable

from lxml import etree

from ...saml.model import Status
from ...saml.names import AUTHN_FAILED, NAMESPACES, new_id, qualified
from ...saml.signing import sign
from ...saml.xml import Element
from ..making import PATHS, Making, detached, found
from ..sealing import unsign
from ..stages import Deed, Stage
from . import shapes
from .shapes import SHAPES, Shape
from .tools import take_away

_SEALS: dict[Shape, str] = {shapes.beside: ".", shapes.around: ".", shapes.forged_in_extensions: "+"}
"""What judges say of the message that stands first, where it is not that the signature does not hold."""
_OTHER_PREFIXES = re.compile(rb"\b(?:saml2p?|xenc)\b")
"""Prefixes that a signature of the hub counts in where they are declared around it, as they are not in metadata."""
_VALID_OUTSIDE = {shapes.in_an_object, shapes.beside, shapes.at_the_end}
"""Shapes whose messages, each by itself, the schemas accept in a SOAP Body."""


def forged_envelope(making: Making) -> Element:
    """The envelope of an answer about Bob, with IDs of its own, that nobody has signed."""
    envelope = etree.fromstring(making.run({}, forged=True, once_more=True))
    for path in (PATHS["A"], PATHS["R"]):
        message = found(envelope, path)
        unsign(message)
        message.set("ID", new_id())
    return envelope


def _placed(message: Element, shape: Shape, forged: Element, genuine: Element) -> None:
    """Put what a shape makes of the two in the place of a message."""
    for one in shape(forged, genuine):
        message.addprevious(one)
    take_away(message)


def inner(
    shape: Shape, genuine: Callable[[Making], Element] = lambda making: making.genuine("R"), *, signed: bool
) -> Deed:
    """The Response wrapped; the ArtifactResponse around it signed anew, or not at all."""

    def wrap(making: Making, soap: bytes) -> bytes:
        envelope = etree.fromstring(soap)
        message = found(envelope, PATHS["A"])
        unsign(message)
        forged = detached(found(forged_envelope(making), PATHS["R"]))
        _placed(found(message, "saml2p:Response"), shape, forged, genuine(making))
        if signed:
            sign(message, making.login.hub.keys)
        return etree.tostring(envelope)

    seals = ("+" if signed else ".") + _SEALS.get(shape, "-")
    return Deed(Stage.BYTES, wrap, ("A",), seals, valid=shape is shapes.in_an_object)


def outer(shape: Shape, *, signed: bool) -> Deed:
    """The ArtifactResponse wrapped; the Response in the forged one signed anew, or not at all."""

    def wrap(making: Making, soap: bytes) -> bytes:
        envelope = etree.fromstring(soap)
        forged = detached(found(forged_envelope(making), PATHS["A"]))
        if signed:
            sign(found(forged, "saml2p:Response"), making.login.hub.keys)
        _placed(found(envelope, PATHS["A"]), shape, forged, making.genuine("A"))
        return etree.tostring(envelope)

    inside = "+" if signed else "."
    seals = "++" if shape is shapes.forged_in_extensions else _SEALS.get(shape, "-") + inside
    return Deed(Stage.BYTES, wrap, ("S/Body",), seals, valid=shape in _VALID_OUTSIDE)


def _in_header(making: Making, _soap: bytes) -> bytes:
    envelope = forged_envelope(making)
    found(envelope, "soap:Header").append(making.genuine("A"))
    return etree.tostring(envelope)


def _with_metadata(put: Callable[[Element, Element], None], *, valid: bool) -> Deed:
    def wrap(making: Making, _soap: bytes) -> bytes:
        envelope = etree.fromstring(_OTHER_PREFIXES.sub(rb"other-\g<0>", etree.tostring(forged_envelope(making))))
        put(found(envelope, PATHS["R"]), etree.fromstring(making.login.hub.metadata()))
        return etree.tostring(envelope)

    return Deed(Stage.BYTES, wrap, ("A",), "..", valid=valid)


def _first(response: Element, entity: Element) -> None:
    response.insert(0, entity)


def _in_extensions(response: Element, entity: Element) -> None:
    extensions = etree.Element(qualified("saml2p:Extensions"), nsmap={"other-saml2p": NAMESPACES["saml2p"]})
    extensions.append(entity)
    response.insert(1, extensions)


def _failure(making: Making) -> Element:
    """A Response that says nobody logged in, signed by the hub."""
    login = making.login
    soap = login.hub.build_failure_response(login.resolve, login.request, Status((AUTHN_FAILED,)), now=login.now)
    return detached(found(etree.fromstring(soap), PATHS["R"]))


def _plain_beside(making: Making, soap: bytes) -> bytes:
    assertion = making.assertion(making.login.about_the_other())
    opening = b"<saml2:EncryptedAssertion>"
    if soap.count(opening) != 1:
        raise LookupError(opening)
    return soap.replace(opening, assertion + opening)


def _ways(name: str, make: Callable[..., Deed], shape: Shape) -> dict[str, Deed]:
    """Both ways to send a shape: the other layer signed anew, and not signed."""
    joint = "-" if ":" in name else ":"
    return {f"{name}{joint}{way}": make(shape, signed=way == "signed") for way in ("signed", "unsigned")}


def _failed(shape: Shape, *, signed: bool) -> Deed:
    return inner(shape, _failure, signed=signed)


DEEDS: dict[str, Deed] = {
    **{send: deed for number, shape in SHAPES.items() for send, deed in _ways(f"wrap.r{number}", inner, shape).items()},
    **{send: deed for number, shape in SHAPES.items() for send, deed in _ways(f"wrap.a{number}", outer, shape).items()},
    "wrap.soap_header": Deed(Stage.BYTES, _in_header, ("S/Header/ArtifactResponse", "A"), ".."),
    "wrap.metadata:first": _with_metadata(_first, valid=False),
    "wrap.metadata:extensions": _with_metadata(_in_extensions, valid=True),
    **_ways("wrap.signed_failure", _failed, shapes.in_an_object),
    **_ways("wrap.same_id", inner, shapes.with_the_same_id),
    **{
        send: deed
        for name, attribute in (
            ("Id", "Id"),
            ("id", "id"),
            ("xml_id", "{http://www.w3.org/XML/1998/namespace}id"),
            ("AssertionID", "AssertionID"),
        )
        for send, deed in _ways(f"wrap.id_kinds:{name}", inner, shapes.with_its_id_as(attribute)).items()
    },
    "wrap.plain_beside": Deed(Stage.BYTES, _plain_beside, ("R/Assertion",), "--"),
}
