"""The form of a service's metadata: what the schema asks for, and the signature over it."""

from collections.abc import Iterator
from contextlib import suppress

from lxml import etree

from ...saml.errors import SamlRefused
from ...saml.keys import Certificate
from ...saml.signing import verify_signature
from .look import Look, Sign, look

_MD = "{urn:oasis:names:tc:SAML:2.0:metadata}"
_DS = "{http://www.w3.org/2000/09/xmldsig#}"
_ROLE = f"{_MD}SPSSODescriptor"
_ORDER = (
    "Signature",
    "Extensions",
    "KeyDescriptor",
    "Organization",
    "ContactPerson",
    "ArtifactResolutionService",
    "SingleLogoutService",
    "ManageNameIDService",
    "NameIDFormat",
    "AssertionConsumerService",
    "AttributeConsumingService",
)
"""Of what stands in an SPSSODescriptor."""
_NEEDED = {
    "EntityDescriptor": ("entityID",),
    "SPSSODescriptor": ("protocolSupportEnumeration",),
    "AssertionConsumerService": ("Binding", "Location", "index"),
    "SingleLogoutService": ("Binding", "Location"),
}
_LONGEST = 1024
_BROKEN = {"malformed", "signature_invalid", "signature_transforms", "signature_wraps"}
_TRUST = "who changes them on the way changes whom the hub trusts"
_WHY = "the hub's operator checks metadata against the schema, and sends them back"


def shape(root: etree._Element) -> Look:
    """Whether the schema's rules hold that services break: which elements, in which order, with which attributes."""
    wrong = next(_wrong(root), None)
    return look("metadata.shape", wrong is None, wrong or "they are as the schema has them", _WHY, "saml-metadata 2.0")


def _wrong(root: etree._Element) -> Iterator[str]:
    if root.tag != f"{_MD}EntityDescriptor":
        yield f"they begin with {etree.QName(root).localname}, not with an EntityDescriptor of SAML 2.0"
        return
    for name, attributes in _NEEDED.items():
        for element in root.iter(f"{_MD}{name}"):
            yield from (f"{name} has no {attribute}" for attribute in attributes if not element.get(attribute))
    if len(root.get("entityID") or "") > _LONGEST:
        yield f"the entityID is longer than {_LONGEST} characters"
    roles = root.findall(_ROLE)
    if not roles:
        yield "there is no SPSSODescriptor"
    for role in roles:
        yield from _out_of_order(role)


def _out_of_order(role: etree._Element) -> Iterator[str]:
    names = [etree.QName(one).localname for one in role.iterchildren("*")]
    if "AssertionConsumerService" not in names:
        yield "there is no AssertionConsumerService"
    known = [name for name in names if name in _ORDER]
    yield from (f"SPSSODescriptor may hold no {name}" for name in names if name not in _ORDER)
    places = [_ORDER.index(name) for name in known]
    yield from (
        f"{known[here + 1]} stands after {known[here]}"
        for here in range(len(places) - 1)
        if places[here] > places[here + 1]
    )


def signature(root: etree._Element) -> Look:
    """Whether a key that the metadata name signed them; none must, where they are handed over in another safe way."""
    try:
        verify_signature(root, tuple(_named(root)))
    except SamlRefused as refused:
        sign = Sign.BAD if refused.code in _BROKEN else Sign.ADVICE
        return Look(
            "metadata.signature", sign, refused.detail, "who changes them on the way changes whom the hub trusts"
        )
    return Look("metadata.signature", Sign.GOOD, "a key that they name signed them", _TRUST)


def _named(root: etree._Element) -> Iterator[Certificate]:
    """Of the keys that the metadata announce; what cannot be read is told elsewhere."""
    for element in root.iterfind(f".//{_MD}KeyDescriptor//{_DS}X509Certificate"):
        with suppress(ValueError):
            yield Certificate.from_base64(element.text or "")
