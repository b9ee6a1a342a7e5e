"""The assertion, its encryption and a signature, letter for letter."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from lxml import etree

from mock_server.saml import Attribute, Identification, KeyPair, Level, RequestOptions, Subject
from mock_server.saml.assertion import build_assertion
from tests.saml.scene import NOW, PATIENT, SamlScene, find, keys_of, parsed, text_at
from tests.saml.writing import one_line

ATTRIBUTE = """
    <saml2:Attribute FriendlyName="{friendly_name}" Name="http://eidas.europa.eu/attributes/naturalperson/{name}"
        NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">
      <saml2:AttributeValue xsi:type="naturalperson:{name}Type">{value}</saml2:AttributeValue>
    </saml2:Attribute>
"""
PESEL = ATTRIBUTE.format(friendly_name="PersonIdentifier", name="PersonIdentifier", value="02070803628")
ALL_FOUR = (
    ATTRIBUTE.format(friendly_name="FirstName", name="CurrentGivenName", value="Zażółć-Gęślą")
    + ATTRIBUTE.format(friendly_name="FamilyName", name="CurrentFamilyName", value="Łęcka")
    + ATTRIBUTE.format(friendly_name="DateOfBirth", name="DateOfBirth", value="1902-07-08Z")
    + PESEL
)
ASSERTION = """
    <saml2:Assertion xmlns:naturalperson="http://eidas.europa.eu/attributes/naturalperson"
        xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        ID="_ID-1" IssueInstant="2026-11-22T12:00:00.000Z" Version="2.0">
      <saml2:Issuer>symulator.login.gov.pl</saml2:Issuer>
      <saml2:Subject>
        <saml2:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified">patient-1</saml2:NameID>
        <saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
          <saml2:SubjectConfirmationData InResponseTo="ID-request" NotOnOrAfter="2026-11-22T12:50:00.000Z"
              Recipient="https://ikp.example/saml/acs"/>
        </saml2:SubjectConfirmation>
      </saml2:Subject>
      <saml2:Conditions NotBefore="2026-11-22T12:00:00.000Z" NotOnOrAfter="2026-11-22T12:50:00.000Z">
        <saml2:AudienceRestriction>
          <saml2:Audience>https://ikp.example</saml2:Audience>
        </saml2:AudienceRestriction>
      </saml2:Conditions>
      <saml2:AuthnStatement AuthnInstant="{identified_at}" SessionIndex="_ID-1">
        <saml2:AuthnContext>
          <saml2:AuthnContextClassRef>http://eidas.europa.eu/LoA/{level}</saml2:AuthnContextClassRef>
          {authorities}
        </saml2:AuthnContext>
      </saml2:AuthnStatement>
      <saml2:AttributeStatement>{attributes}</saml2:AttributeStatement>
    </saml2:Assertion>
"""
ENCRYPTED = """
    <xenc:EncryptedData xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:dsig11="http://www.w3.org/2009/xmldsig11#"
        xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" xmlns:xenc11="http://www.w3.org/2009/xmlenc11#"
        Id="{data_id}" Type="http://www.w3.org/2001/04/xmlenc#Element">
      <xenc:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm">
        <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
      </xenc:EncryptionMethod>
      <ds:KeyInfo>
        <xenc:EncryptedKey Id="{key_id}">
          <xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#kw-aes256"/>
          <ds:KeyInfo>
            <xenc:AgreementMethod Algorithm="http://www.w3.org/2009/xmlenc11#ECDH-ES">
              <xenc11:KeyDerivationMethod Algorithm="http://www.w3.org/2009/xmlenc11#ConcatKDF">
                <xenc11:ConcatKDFParams
                    AlgorithmID="0000002A687474703A2F2F7777772E77332E6F72672F323030312F30342F786D6C656E63236B772D616573323536"
                    PartyUInfo="0000001673796D756C61746F722E6C6F67696E2E676F762E706C"
                    PartyVInfo="0000001368747470733A2F2F696B702E6578616D706C65">
                  <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
                </xenc11:ConcatKDFParams>
              </xenc11:KeyDerivationMethod>
              <xenc:OriginatorKeyInfo>
                <ds:KeyValue>
                  <dsig11:ECKeyValue>
                    <dsig11:NamedCurve URI="urn:oid:1.2.840.10045.3.1.7"/>
                    <dsig11:PublicKey>{point}</dsig11:PublicKey>
                  </dsig11:ECKeyValue>
                </ds:KeyValue>
              </xenc:OriginatorKeyInfo>
            </xenc:AgreementMethod>
          </ds:KeyInfo>
          <xenc:CipherData>
            <xenc:CipherValue>{wrapped}</xenc:CipherValue>
          </xenc:CipherData>
        </xenc:EncryptedKey>
      </ds:KeyInfo>
      <xenc:CipherData>
        <xenc:CipherValue>{cipher}</xenc:CipherValue>
      </xenc:CipherData>
    </xenc:EncryptedData>
"""
SIGNATURE = """
    <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
      <ds:SignedInfo>
        <ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
        <ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#{method}"/>
        <ds:Reference URI="#ID-request">
          <ds:Transforms>
            <ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>
            <ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#">
              <InclusiveNamespaces xmlns="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="ds saml2 saml2p xenc"/>
            </ds:Transform>
          </ds:Transforms>
          <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
          <ds:DigestValue>{digest}</ds:DigestValue>
        </ds:Reference>
      </ds:SignedInfo>
      <ds:SignatureValue>{value}</ds:SignatureValue>
      <ds:KeyInfo>
        <ds:X509Data>
          <ds:X509Certificate>{certificate}</ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </ds:Signature>
"""


def test_an_assertion_of_all_that_is_known(scene: SamlScene) -> None:
    authority = "<saml2:AuthenticatingAuthority>pz.gov.pl</saml2:AuthenticatingAuthority>"
    expected = ASSERTION.format(
        level="substantial", authorities=authority, attributes=ALL_FOUR, identified_at="2026-11-22T12:00:00.000Z"
    )
    assert scene.assertion().decode() == one_line(expected)


def test_an_assertion_of_what_was_asked_for_through_two_authorities_some_time_ago(scene: SamlScene) -> None:
    request = scene.read_request(scene.request_xml(RequestOptions(attributes=(Attribute.PERSON_IDENTIFIER,))))
    person = Identification(PATIENT, Level.HIGH, ("mojeid.pl", "R&D <bank>"), "patient-1", NOW - timedelta(minutes=7))
    authorities = """
        <saml2:AuthenticatingAuthority>mojeid.pl</saml2:AuthenticatingAuthority>
        <saml2:AuthenticatingAuthority>R&amp;D &lt;bank&gt;</saml2:AuthenticatingAuthority>
    """
    expected = ASSERTION.format(
        level="high", authorities=authorities, attributes=PESEL, identified_at="2026-11-22T11:53:00.000Z"
    )
    assert build_assertion("_ID-1", scene.hub.issuer, request, person, NOW).decode() == one_line(expected)


def test_names_are_written_composed(scene: SamlScene) -> None:
    assertion = scene.assertion(Subject("Ze\u0301non", "Ga\u0328ska", date(1902, 7, 8), "02070803628"))
    assert "Zénon" in assertion.decode()
    assert "Gąska" in assertion.decode()


def test_the_encrypted_assertion(scene: SamlScene) -> None:
    encrypted = find(parsed(scene.response_soap()), ".//xenc:EncryptedData")
    key = find(encrypted, "ds:KeyInfo/xenc:EncryptedKey")
    expected = ENCRYPTED.format(
        data_id=encrypted.get("Id"),
        key_id=key.get("Id"),
        point=text_at(key, ".//dsig11:PublicKey"),
        wrapped=text_at(key, "xenc:CipherData/xenc:CipherValue"),
        cipher=text_at(encrypted, "xenc:CipherData/xenc:CipherValue"),
    )
    assert etree.tostring(encrypted, method="c14n", exclusive=True) == canonical(expected)
    assert encrypted.get("Id") != key.get("Id")


def canonical(xml: str) -> bytes:
    return etree.tostring(parsed(one_line(xml).encode()), method="c14n", exclusive=True)


@pytest.mark.parametrize("method", ["ecdsa-sha256", "rsa-sha256"])
def test_a_signature(scene: SamlScene, rsa_keys: KeyPair, method: str) -> None:
    keys = rsa_keys if method == "rsa-sha256" else scene.sp.keys
    signer = replace(scene, sp=replace(scene.sp, keys=keys, decryption_keys=keys_of("decryption")))
    signature = find(parsed(signer.request_xml()), "ds:Signature")
    expected = SIGNATURE.format(
        method=method,
        digest=text_at(signature, ".//ds:DigestValue"),
        value=text_at(signature, "ds:SignatureValue"),
        certificate=keys.certificate.base64,
    )
    assert etree.tostring(signature, method="c14n", exclusive=True) == canonical(expected)


def test_a_signature_comes_right_after_the_issuer_or_first(scene: SamlScene) -> None:
    assert [etree.QName(part).localname for part in parsed(scene.request_xml())][:2] == ["Issuer", "Signature"]
    assert etree.QName(parsed(scene.hub.metadata())[0]).localname == "Signature"
