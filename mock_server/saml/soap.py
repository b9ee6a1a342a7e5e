"""The SOAP 1.1 envelope of the back channel (saml-bindings 3.2)."""

from lxml import etree

from .errors import SamlRefused
from .names import NAMESPACES, declared, qualified
from .xml import Element, add, child, parse, require_name, serialize

SOAP_12 = "http://www.w3.org/2003/05/soap-envelope"


def new_body() -> Element:
    """The Body of a new envelope, to put one message into."""
    envelope = etree.Element(qualified("soap:Envelope"), nsmap=declared("soap"))
    add(envelope, "soap:Header")
    return add(envelope, "soap:Body")


def open_envelope(soap: bytes, name: str) -> Element:
    """The one message in an envelope.

    Raises:
        SamlRefused: ``soap_version``, an envelope of SOAP 1.2; ``malformed``, no envelope, not one message, or
            another message than `name`.
    """
    envelope = parse(soap)
    if envelope.tag == f"{{{SOAP_12}}}Envelope":
        raise SamlRefused(
            "soap_version", f"expected a SOAP 1.1 envelope ({NAMESPACES['soap']}), got one of SOAP 1.2 ({SOAP_12})"
        )
    require_name(envelope, "soap:Envelope")
    messages = list(child(envelope, "soap:Body"))
    if len(messages) != 1:
        raise SamlRefused("malformed", f"expected one message in the SOAP body, got {len(messages)}")
    require_name(messages[0], name)
    return messages[0]


def build_fault(refused: SamlRefused) -> bytes:
    """A SOAP fault for a message that could not be read well enough to be answered (SOAP 1.1 section 4.4)."""
    fault = add(new_body(), "soap:Fault")
    etree.SubElement(fault, "faultcode").text = (
        "soap:VersionMismatch" if refused.code == "soap_version" else "soap:Client"
    )
    etree.SubElement(fault, "faultstring").text = str(refused)
    return serialize(fault)
