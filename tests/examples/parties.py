"""A provider and a hub that trust each other, without a server: what the hub would say is written here by hand."""

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from examples.provider.asked import Asked
from examples.provider.assertion import Login, read_assertion
from examples.provider.config import Hub, Provider, key_and_certificate
from examples.provider.desk import LEVEL
from examples.provider.documents import failing_closed
from mock_server.saml import KeyPair, make_key_pair

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ACS = "https://provider.example/saml/acs"
LOGOUT = "https://provider.example/saml/logout"
ISSUER = "przyklad.gov.pl"
HUB = "symulator.login.gov.pl"
ASKED = Asked("ID-request", LEVEL, NOW - timedelta(seconds=90))

GOOD = f"""<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"
    xmlns:n="http://eidas.europa.eu/attributes/naturalperson" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    ID="_ID-1" IssueInstant="2026-11-22T12:00:00Z" Version="2.0"><saml2:Issuer>{HUB}</saml2:Issuer>
  <saml2:Subject><saml2:NameID>name-1</saml2:NameID>
    <saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml2:SubjectConfirmationData
      InResponseTo="ID-request" NotOnOrAfter="2026-11-22T12:50:00Z" Recipient="{ACS}"/></saml2:SubjectConfirmation>
  </saml2:Subject>
  <saml2:Conditions NotBefore="2026-11-22T12:00:00Z" NotOnOrAfter="2026-11-22T12:50:00Z">
    <saml2:AudienceRestriction><saml2:Audience>{ISSUER}</saml2:Audience></saml2:AudienceRestriction>
  </saml2:Conditions>
  <saml2:AuthnStatement AuthnInstant="2026-11-22T11:59:00Z" SessionIndex="_ID-1"><saml2:AuthnContext
    ><saml2:AuthnContextClassRef>{LEVEL}</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>
  <saml2:AttributeStatement>
    <saml2:Attribute FriendlyName="FirstName" Name="http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName">
      <saml2:AttributeValue xsi:type="n:CurrentGivenNameType">Żaneta</saml2:AttributeValue></saml2:Attribute>
    <saml2:Attribute FriendlyName="FamilyName" Name="http://eidas.europa.eu/attributes/naturalperson/CurrentFamilyName">
      <saml2:AttributeValue xsi:type="n:CurrentFamilyNameType">Łoś</saml2:AttributeValue></saml2:Attribute>
    <saml2:Attribute FriendlyName="DateOfBirth" Name="http://eidas.europa.eu/attributes/naturalperson/DateOfBirth">
      <saml2:AttributeValue xsi:type="n:DateOfBirthType">1944-05-14Z</saml2:AttributeValue></saml2:Attribute>
    <saml2:Attribute FriendlyName="PersonIdentifier"
      Name="http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier"><saml2:AttributeValue
      xsi:type="n:PersonIdentifierType">44051401359</saml2:AttributeValue></saml2:Attribute>
  </saml2:AttributeStatement>
</saml2:Assertion>"""


@cache
def hub_keys() -> KeyPair:
    return make_key_pair(HUB, datetime.now(UTC))


@cache
def provider() -> Provider:
    with TemporaryDirectory() as folder:
        key, certificate = key_and_certificate(Path(folder), ISSUER)
    return Provider(ISSUER, "Przykładowy serwis", ACS, LOGOUT, certificate, key)


def hub() -> Hub:
    place = f"https://{HUB}"
    return Hub(HUB, (hub_keys().certificate.pem,), f"{place}/sso", f"{place}/artifact", f"{place}/logout")


def read(assertion: str, now: datetime = NOW) -> Login:
    """What the provider makes of an assertion."""
    with failing_closed():
        return read_assertion(assertion.encode(), ASKED, provider(), hub(), now)


def changed(old: str, new: str, xml: str = GOOD) -> str:
    """The XML with this written differently; all of it once."""
    assert old in xml
    return xml.replace(old, new)
