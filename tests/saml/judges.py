"""The OASIS schemas that python3-saml ships; what the profile adds to them is declared in `schemas/`."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from lxml import etree

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
