"""The encrypted assertion: what is odd is what comes out of it."""

from collections.abc import Callable

from lxml import etree

from ...saml.names import NAMESPACES
from ...saml.xml import Element
from ..making import Making
from ..stages import Deed, Stage

_DEEP = 15
"""Base64 makes each a third larger: fifty would have gigabytes."""
_BOMB_BYTES = 7_000_000
"""In base64 nearly as much as libxml2 lets one text be."""


def _holding(write: Callable[[Making, bytes], bytes], *places: str, valid: bool = True) -> Deed:
    """Other bytes under the right key."""
    return Deed(Stage.ENCRYPTION, lambda making, data: making.encrypt(write(making, data)), places, valid=valid)


def _with_type(making: Making, data: bytes) -> bytes:
    issuer = making.login.hub.issuer.encode()
    return b'<!DOCTYPE x [<!ENTITY e "%s">]>' % issuer + data.replace(b">%s<" % issuer, b">&e;<", 1)


def _fetching(making: Making, data: bytes) -> bytes:
    issuer = making.login.hub.issuer.encode()
    kind = b'<!DOCTYPE x [<!ENTITY e SYSTEM "%s">]>' % making.login.listener.encode()
    return kind + data.replace(b">%s<" % issuer, b">&e;<", 1)


def _including(making: Making, data: bytes) -> bytes:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="%s" parse="text"/></saml2:Issuer>'
    return data.replace(b"</saml2:Issuer>", (include % making.login.listener).encode(), 1)


def _ann_then_bob(making: Making, data: bytes) -> bytes:
    return data + making.assertion(making.login.about_the_other())


def _whole_response(making: Making, _data: bytes) -> bytes:
    return etree.tostring(making.genuine("R"))


def _other_namespace(_making: Making, data: bytes) -> bytes:
    return data.replace(b"<saml2:Assertion ", b'<x:Assertion xmlns:x="urn:x" ').replace(
        b"</saml2:Assertion>", b"</x:Assertion>"
    )


def _nested(depth: int) -> Deed:
    def do(making: Making, data: bytes) -> Element:
        made = making.encrypt(data)
        for _ in range(depth):
            made = making.encrypt(etree.tostring(_wrapped(made)), once_more=True)
        return made

    return Deed(Stage.ENCRYPTION, do, ("T", "R/EncryptedAssertion"))


def _wrapped(encrypted: Element) -> Element:
    wrapped = etree.Element(f"{{{NAMESPACES['saml2']}}}EncryptedAssertion", nsmap={"saml2": NAMESPACES["saml2"]})
    wrapped.append(encrypted)
    return wrapped


def _bomb(_making: Making, data: bytes) -> bytes:
    return data.replace(b"</saml2:Issuer>", b" " * _BOMB_BYTES + b"</saml2:Issuer>", 1)


DEEDS: dict[str, Deed] = {
    "enc.inner_dtd:entity": _holding(_with_type, "T#doctype", "T/Issuer"),
    "enc.inner_dtd:fetch": _holding(_fetching, "T#doctype", "T/Issuer", valid=False),
    "enc.inner_dtd:include": _holding(_including, "T/Issuer", valid=False),
    "enc.two_roots": _holding(_ann_then_bob, "T", valid=False),
    "enc.other_root:response": _holding(_whole_response, "T", "R/EncryptedAssertion/Response"),
    "enc.other_root:namespace": _holding(_other_namespace, "T", valid=False),
    "enc.nested:once": _nested(1),
    "enc.nested:deep": _nested(_DEEP),
    "enc.bomb": _holding(_bomb, "T/Issuer"),
}
