"""What others' code says of the signatures of an answer: xmlsec and signxml, each with the hub's certificate alone."""

from collections.abc import Callable

import xmlsec
from lxml import etree
from signxml.exceptions import InvalidInput, SignXMLException

from mock_server.check.making import PATHS, detached
from mock_server.saml import KeyPair
from mock_server.saml.names import NAMESPACES
from mock_server.saml.xml import Element
from tests.saml.judges import signxml_says
from tests.saml.signers import verified_by_xmlsec

Judge = Callable[[Element | None, KeyPair], str]
LAYERS = "AR"


def seals_by(judge: Judge, layers: list[Element | None], hub: KeyPair) -> str:
    """A sign for each layer, as `Deed.seals` writes them."""
    return "".join(judge(layer, hub) for layer in layers)


def layers_of(soap: bytes) -> list[Element | None]:
    """ArtifactResponse and Response, each as a document of its own, or None."""
    envelope = etree.fromstring(soap)
    found = [envelope.find(PATHS[layer], NAMESPACES) for layer in LAYERS]
    return [None if one is None else detached(one) for one in found]


def seal_by_xmlsec(layer: Element | None, hub: KeyPair) -> str:
    if layer is None or layer.find("ds:Signature", NAMESPACES) is None:
        return "."
    try:
        verified_by_xmlsec(layer, hub)
    except xmlsec.Error:
        return "-"
    return "+"


def seal_by_signxml(layer: Element | None, hub: KeyPair) -> str:
    if layer is None or layer.find("ds:Signature", NAMESPACES) is None:
        return "."
    try:
        signed = signxml_says(etree.tostring(layer), hub)
    except (SignXMLException, InvalidInput, etree.DocumentInvalid, ValueError, LookupError, TypeError):
        return "-"
    return "+" if signed.get("ID") == layer.get("ID") else "-"
