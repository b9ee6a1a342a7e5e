"""Others judge our messages: the OASIS schemas that python3-saml ships, and signxml.

What the profile adds to the schemas is declared in `schemas/`.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

from lxml import etree
from signxml.verifier import SignatureConfiguration, XMLVerifier

from mock_server.saml import KeyPair
from tests.saml.scene import NOW

OASIS = Path(str(files("onelogin.saml2"))) / "schemas"
ADDED = Path(__file__).parent / "schemas"

SCHEMAS = {
    "urn:oasis:names:tc:SAML:2.0:protocol": OASIS / "saml-schema-protocol-2.0.xsd",
    "urn:oasis:names:tc:SAML:2.0:metadata": OASIS / "saml-schema-metadata-2.0.xsd",
    "http://www.w3.org/2009/xmlenc11#": ADDED / "xmlenc11.xsd",
    "http://www.w3.org/2009/xmldsig11#": ADDED / "xmldsig11.xsd",
    "http://eidas.europa.eu/attributes/naturalperson": ADDED / "naturalperson.xsd",
}


@cache
def oasis_schema() -> etree.XMLSchema:
    imports = "".join(
        f'<xs:import namespace="{namespace}" schemaLocation="{path.as_uri()}"/>' for namespace, path in SCHEMAS.items()
    )
    return etree.XMLSchema(
        etree.fromstring(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>')
    )


def assert_valid(xml: bytes) -> None:
    """Refuse a message the OASIS schemas do not accept."""
    oasis_schema().assertValid(etree.ElementTree(etree.fromstring(xml)))


def signxml_says(xml: bytes, signer: KeyPair) -> etree._Element:
    """The element that signxml finds signed with that key; it looks at the dates of certificates, so at our time."""
    verified = XMLVerifier().verify(
        xml,
        x509_cert=signer.certificate.pem,
        id_attribute="ID",
        expect_config=SignatureConfiguration(verification_time=NOW),
    )
    results = verified if isinstance(verified, list) else [verified]
    element = results[0].signed_xml
    assert element is not None
    return element
