"""What two parsers may read in two ways: comments, document types, namespaces, what is no XML."""

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

from lxml import etree

from ...saml.attributes import Attribute
from ...saml.keys import KeyPair
from ...saml.names import NAMESPACES
from ...saml.signature_values import signature_value
from ...saml.signing import sign
from ...saml.xml import Element
from ..making import PATHS, Making, found
from ..sealing import reseal, unsign
from ..stages import UNASKED, Deed, Stage
from .forging import FORGED, is_response, with_forgery
from .shapes import in_an_object
from .tools import edited, replaced_once, stale
from .wrapping import forged_envelope, inner

_ISSUER = re.compile(rb"(?<=<saml2:Issuer>)[^<]+")
_VALUE = "saml2:AttributeStatement/saml2:Attribute[@Name='{}']/saml2:AttributeValue"
PESEL, NAME = (_VALUE.format(one.uri) for one in (Attribute.PERSON_IDENTIFIER, Attribute.FAMILY_NAME))
PESEL_AT, NAME_AT = (
    "T/AttributeStatement/Attribute[4]/AttributeValue",
    "T/AttributeStatement/Attribute[2]/AttributeValue",
)
_BOMB = '<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in zip("abcdefgh", "bcdefghi", strict=True)
)


def split_by(node: Callable[[], Element], path: str, place: str) -> Deed:
    """A value of the assertion with a node in its middle."""

    def edit(_making: Making, assertion: Element) -> None:
        value = found(assertion, path)
        whole, middle = value.text or "", node()
        value.text, middle.tail = whole[: len(whole) // 2], whole[len(whole) // 2 :]
        value.append(middle)

    deed = edited("T", edit)
    return Deed(deed.stage, deed.do, (place,))


def _comment() -> Element:
    return etree.Comment("x")


def _instruction() -> Element:
    return etree.ProcessingInstruction("x")


def issuer_of_response(soap: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The bytes with the Response's Issuer, the second one, changed."""
    place = list(_ISSUER.finditer(soap))[1]
    return soap[: place.start()] + change(place[0]) + soap[place.end() :]


def _in_issuer(inside: bytes) -> Callable[[Making, bytes], bytes]:
    return lambda _, soap: issuer_of_response(soap, lambda issuer: issuer[:5] + inside + issuer[5:])


def _declared(declarations: Callable[[Making], str], reference: bytes = b"&e;", *, valid: bool = False) -> Deed:
    """A document type, and the Response's Issuer by an entity of it."""

    def edit(making: Making, soap: bytes) -> bytes:
        return f"<!DOCTYPE x [{declarations(making)}]>".encode() + issuer_of_response(soap, lambda _: reference)

    places = ("S#bytes",) if reference != b"&e;" else ("S#doctype", "R/Issuer")
    return stale(edit, *places, seals=UNASKED, valid=valid)


def _entity_as_id(making: Making, soap: bytes) -> bytes:
    """The forged Response's ID is an entity that stands for the genuine one's; that one has an entity in its own."""
    wrapped: bytes = inner(in_an_object, signed=False).do(making, soap)
    genuine = found(etree.fromstring(making.good), PATHS["R"]).get("ID", "").encode()
    forged = found(etree.fromstring(wrapped), PATHS["R"]).get("ID", "").encode()
    named = wrapped.replace(b'ID="%s"' % forged, b'ID="&e;"').replace(b'ID="%s"' % genuine, b'ID="&s;%s"' % genuine[3:])
    return b'<!DOCTYPE x [<!ENTITY e "%s"><!ENTITY s "%s">]>' % (genuine, genuine[:3]) + named


def _attribute_list(declared: str) -> Deed:
    def edit(_making: Making, soap: bytes) -> bytes:
        return f"<!DOCTYPE x [<!ATTLIST {declared}>]>".encode() + soap

    return stale(edit, "S#doctype", seals=UNASKED)


def _roundtrip(making: Making, soap: bytes) -> bytes:
    """Written again with double quotes, the type's name ends early, and a comment hides what was read before."""
    forged = etree.tostring(forged_envelope(making))
    return b"""<!DOCTYPE x SYSTEM 'x"><!--'>""" + soap + b"<?x -->" + forged + b"<!-- ?><!-- -->"


def _namespace_confusion(making: Making, soap: bytes) -> bytes:
    """Both stale signatures are in a namespace whose last letter is written by its number."""
    forged = with_forgery(making, soap)
    ds = NAMESPACES["ds"].encode()
    return forged.replace(b"<ds:Signature>", b'<ds:Signature xmlns:ds="%s&#35;">' % ds[:-1])


def _polluted(making: Making, soap: bytes) -> bytes:
    wrapped = etree.fromstring(inner(in_an_object, signed=False).do(making, soap))
    genuine = found(etree.fromstring(making.good), PATHS["R"])
    response = found(wrapped, PATHS["R"])
    for name in ("ID", "InResponseTo"):
        response.set(f"{{urn:x}}{name}", genuine.get(name, ""))
    response.set("InResponseTo", "ID-other")
    return etree.tostring(wrapped)


def _void(_making: Making, element: Element, keys: KeyPair) -> None:
    """A relative namespace cannot be canonicalized; what a careless library hashes instead is nothing."""
    nothing = b64encode(sha256(b"").digest()).decode()
    template = etree.fromstring(etree.tostring(etree.Element(element.tag, {"ID": element.get("ID", "")})))
    sign(template, keys)
    signature = unsign(template)
    found(signature, "ds:SignedInfo/ds:Reference/ds:DigestValue").text = nothing
    reseal(signature, lambda data: signature_value(data, keys))
    element.insert(1, signature)
    if is_response(element):
        status = found(element, "saml2p:Status")
        detail = etree.SubElement(status, f"{{{NAMESPACES['saml2p']}}}StatusDetail")
        detail.append(etree.fromstring('<r:note xmlns:r="relative"/>'))


def _two_roots(making: Making, soap: bytes) -> bytes:
    return soap + etree.tostring(forged_envelope(making))


def _response_elsewhere(_making: Making, response: Element) -> None:
    response.tag = "{urn:x}Response"


def _assertion_elsewhere(_making: Making, assertion: Element) -> bytes:
    whole = etree.tostring(assertion, encoding="UTF-8")
    return whole.replace(b"<saml2:Assertion ", b'<x:Assertion xmlns:x="urn:x" ').replace(
        b"</saml2:Assertion>", b"</x:Assertion>"
    )


def _included(address: Callable[[Making], str]) -> Deed:
    def edit(making: Making, soap: bytes) -> bytes:
        include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{address(making)}" parse="text"/>'
        return issuer_of_response(soap, lambda issuer: issuer + include.encode())

    return stale(edit, "R/Issuer", valid=False)


def _broken(change: Callable[[bytes], bytes]) -> Deed:
    return stale(lambda _, soap: change(soap), "S#bytes", seals=UNASKED, valid=False)


def _nested(_making: Making, soap: bytes) -> bytes:
    return issuer_of_response(soap, lambda issuer: issuer + b"<x>" * 100_000 + b"</x>" * 100_000)


def _long_attribute(_making: Making, soap: bytes) -> bytes:
    return replaced_once(soap, b"<soap:Body>", b'<soap:Body x="%s">' % (b"x" * 10_000_000))


DEEDS: dict[str, Deed] = {
    "parse.comment_pesel": split_by(_comment, PESEL, PESEL_AT),
    "parse.comment_issuer": split_by(_comment, "saml2:Issuer", "T/Issuer"),
    "parse.comment_name": split_by(_comment, NAME, NAME_AT),
    "parse.comment_stale": stale(_in_issuer(b"<!--x-->"), "R/Issuer", seals="++"),
    "parse.pi_pesel": split_by(_instruction, PESEL, PESEL_AT),
    "parse.pi_stale": stale(_in_issuer(b"<?x?>"), "R/Issuer"),
    "parse.dtd": stale(lambda _, soap: b"<!DOCTYPE x>" + soap, "S#doctype", seals="++"),
    "parse.entity_internal": _declared(lambda making: f'<!ENTITY e "{making.login.hub.issuer}">', valid=True),
    "parse.entity_file": _declared(lambda _: '<!ENTITY e SYSTEM "file:///etc/hostname">'),
    "parse.entity_http": _declared(lambda making: f'<!ENTITY e SYSTEM "{making.login.listener}">'),
    "parse.entity_bomb": _declared(lambda _: _BOMB, b"&i;"),
    "parse.entity_id": stale(_entity_as_id, "S#doctype", "A", seals=UNASKED, valid=False),
    "parse.attlist:declares": _attribute_list("saml2p:Response Destination ID #IMPLIED"),
    "parse.attlist:adds": _attribute_list('saml2p:Status ID CDATA "ID-added"'),
    "parse.roundtrip": stale(_roundtrip, "S#doctype", "S#beside", seals="++"),
    "parse.ns_confusion": stale(_namespace_confusion, *FORGED),
    "parse.attr_pollution": stale(_polluted, "A", seals=".-", valid=False),
    "parse.void_c14n": Deed(Stage.BOTH_SIGNATURES, _void, (*FORGED, "R/Status/StatusDetail"), UNASKED, forged=True),
    "parse.two_roots": stale(_two_roots, "S#bytes", seals=UNASKED, valid=False),
    "parse.wrong_ns:response": edited("R", _response_elsewhere, "", seals="+."),
    "parse.wrong_ns:assertion": Deed(Stage.ASSERTION, _assertion_elsewhere, ("T",), valid=False),
    "parse.xinclude:http": _included(lambda making: making.login.listener),
    "parse.xinclude:file": _included(lambda _: "file:///etc/hostname"),
    "parse.ill_formed:cut": _broken(lambda soap: soap[: len(soap) // 2]),
    "parse.ill_formed:nul": _broken(lambda soap: soap.replace(b"<saml2:Issuer>", b"<saml2:Issuer>\0", 1)),
    "parse.ill_formed:utf8": _broken(lambda soap: soap.replace(b"<saml2:Issuer>", b"<saml2:Issuer>\xff", 1)),
    "parse.ill_formed:twice": _broken(lambda soap: soap.replace(b"<soap:Body>", b'<soap:Body a="1" a="2">')),
    "parse.deep:elements": stale(_nested, "S#bytes", seals=UNASKED, valid=False),
    "parse.deep:attribute": stale(_long_attribute, "S/Body", seals=UNASKED),
}
