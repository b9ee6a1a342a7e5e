"""How a message is written down in a test: over several lines, and with its signatures left empty."""

from lxml import etree

from tests.saml.scene import parsed

MESSAGE = """
    xmlns:coi-extension="http://coi.gov.pl/saml-extensions"
    xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
    xmlns:dsig11="http://www.w3.org/2009/xmldsig11#"
    xmlns:eidas="http://eidas.europa.eu/saml-extensions"
    xmlns:kirwb="http://wb.kir.pl/saml-extensions"
    xmlns:naturalperson="http://eidas.europa.eu/attributes/naturalperson"
    xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"
    xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol"
    xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"
    xmlns:xenc11="http://www.w3.org/2009/xmlenc11#"
"""
"""What every outermost message declares."""


def one_line(xml: str) -> str:
    """The XML as it travels: a line that begins no tag goes on with the tag before it."""
    lines = [line.strip() for line in xml.splitlines()]
    return "".join(line if line.startswith("<") else f" {line}" for line in lines if line)


def in_envelope(message: str) -> str:
    return one_line(f"""
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
          <soap:Header/>
          <soap:Body>
            {message}
          </soap:Body>
        </soap:Envelope>
    """)


def without_signatures(xml: bytes) -> str:
    """The XML with every signature emptied where it stands."""
    root = parsed(xml)
    for signature in root.iter("{http://www.w3.org/2000/09/xmldsig#}Signature"):
        signature.clear()
    return etree.tostring(root, encoding="unicode")
