"""Metadata, letter for letter, save its signature."""

from dataclasses import replace

import pytest

from mock_server.saml import KeyPair, Provider, SamlRefused
from mock_server.saml.metadata import build_provider_metadata
from tests.saml.scene import SamlScene, keys_of, parsed
from tests.saml.writing import one_line, without_signatures

ENTITY = """
    <md:EntityDescriptor xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
        ID="{id}" entityID="{issuer}">
      <ds:Signature/>
      {content}
    </md:EntityDescriptor>
"""
KEY = """
    <md:KeyDescriptor use="{use}">
      <ds:KeyInfo>
        <ds:X509Data>
          <ds:X509Certificate>{certificate}</ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </md:KeyDescriptor>
"""
HUB = """
    <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"
        WantAuthnRequestsSigned="true">
      {keys}
      <md:ArtifactResolutionService Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP"
          Location="https://symulator.login.gov.pl/artifact" index="0" isDefault="true"/>
      <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP"
          Location="https://symulator.login.gov.pl/logout"/>
      <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified</md:NameIDFormat>
      <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
          Location="https://symulator.login.gov.pl/sso"/>
    </md:IDPSSODescriptor>
"""
PROVIDER = """
    <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" AuthnRequestsSigned="true">
      {keys}
      {logout}
      <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified</md:NameIDFormat>
      {acs}
    </md:SPSSODescriptor>
    <md:Organization>
      <md:OrganizationName xml:lang="pl">Internetowe Konto Pacjenta</md:OrganizationName>
      <md:OrganizationDisplayName xml:lang="pl">Internetowe Konto Pacjenta</md:OrganizationDisplayName>
      <md:OrganizationURL xml:lang="pl">https://ikp.example</md:OrganizationURL>
    </md:Organization>
"""
LOGOUT = """
    <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP"
        Location="https://ikp.example/saml/logout"/>
"""
ACS = """
    <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact"
        Location="{location}" index="{index}"/>
"""


def key(use: str, owner: KeyPair) -> str:
    return KEY.format(use=use, certificate=owner.certificate.base64)


def entity(xml: bytes, issuer: str, content: str) -> str:
    return one_line(ENTITY.format(id=parsed(xml).get("ID"), issuer=issuer, content=content))


def test_the_hubs(scene: SamlScene) -> None:
    xml = scene.hub.metadata()
    expected = entity(xml, "symulator.login.gov.pl", HUB.format(keys=key("signing", scene.hub.keys)))
    assert without_signatures(xml) == expected


def test_of_several_addresses_the_hub_publishes_the_first(scene: SamlScene) -> None:
    hub, other = scene.hub, "https://other.example"
    xml = replace(
        hub,
        sso_urls=(*hub.sso_urls, other),
        artifact_urls=(*hub.artifact_urls, other),
        logout_urls=(*hub.logout_urls, other),
    ).metadata()
    expected = entity(xml, "symulator.login.gov.pl", HUB.format(keys=key("signing", hub.keys)))
    assert without_signatures(xml) == expected


def test_a_providers(scene: SamlScene) -> None:
    xml = scene.sp.metadata()
    content = PROVIDER.format(
        keys=key("signing", scene.sp.keys) + key("encryption", scene.sp.keys),
        logout=LOGOUT,
        acs=ACS.format(location="https://ikp.example/saml/acs", index=0),
    )
    assert without_signatures(xml) == entity(xml, "https://ikp.example", content)


@pytest.fixture
def provider(scene: SamlScene, rsa_keys: KeyPair) -> Provider:
    """With two keys to sign with, two addresses and no logout."""
    return replace(
        scene.sp.as_provider(),
        acs_urls=("https://ikp.example/saml/acs", "https://ikp.example/other"),
        signing_certificates=(rsa_keys.certificate, keys_of("second").certificate),
        encryption_certificate=None,
        logout_url=None,
    )


def test_a_providers_with_two_of_everything_and_no_logout(
    scene: SamlScene, rsa_keys: KeyPair, provider: Provider
) -> None:
    xml = build_provider_metadata(provider, scene.sp.keys)
    second = keys_of("second")
    content = PROVIDER.format(
        keys=key("signing", rsa_keys) + key("signing", second) + key("encryption", second),
        logout="",
        acs=ACS.format(location="https://ikp.example/saml/acs", index=0)
        + ACS.format(location="https://ikp.example/other", index=1),
    )
    assert without_signatures(xml) == entity(xml, "https://ikp.example", content)


def test_a_provider_nobody_can_encrypt_to_has_no_metadata(
    scene: SamlScene, rsa_keys: KeyPair, provider: Provider
) -> None:
    with pytest.raises(SamlRefused) as refused:
        build_provider_metadata(replace(provider, signing_certificates=(rsa_keys.certificate,)), scene.sp.keys)
    assert refused.value.detail == (
        "https://ikp.example has no P-256 certificate to encrypt to: register an encryption certificate"
    )
    assert refused.value.status == ("urn:oasis:names:tc:SAML:2.0:status:Requester",)
