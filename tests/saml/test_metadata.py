from dataclasses import replace

import pytest

from mock_server.saml import KeyPair, SamlRefused, read_provider_metadata
from tests.saml.scene import SamlScene, find, keys_of, parsed


def test_a_provider_is_registered_from_its_metadata(scene: SamlScene) -> None:
    assert read_provider_metadata(scene.sp.metadata()) == replace(scene.sp.as_provider(), acs_indexes=("0",))


def test_what_people_read_of_a_provider_says_that_it_is_polish(scene: SamlScene) -> None:
    organization = find(parsed(scene.sp.metadata()), "md:Organization")
    assert [one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in organization] == ["pl"] * 3


def test_signing_and_encryption_certificates_may_differ(scene: SamlScene, rsa_keys: KeyPair) -> None:
    sp = replace(scene.sp, keys=rsa_keys, decryption_keys=keys_of("decryption"))
    provider = read_provider_metadata(sp.metadata())
    assert provider.signing_certificates == (rsa_keys.certificate,)
    assert provider.encryption_certificate == keys_of("decryption").certificate


def test_a_key_without_a_use_is_for_both_and_a_name_may_be_missing(scene: SamlScene) -> None:
    xml = scene.sp.metadata().replace(b' use="signing"', b"").replace(b"md:Organization>", b"md:ContactPerson>")
    provider = read_provider_metadata(xml)
    assert provider.encryption_certificate == scene.sp.keys.certificate
    assert provider.name == scene.sp.issuer


@pytest.mark.parametrize(
    ("old", "new", "code", "told"),
    [
        (
            b"HTTP-Artifact",
            b"PAOS",
            "metadata_incomplete",
            "no AssertionConsumerService for HTTP-Artifact",
        ),
        (b'use="signing"', b'use="encryption"', "metadata_incomplete", "has no signing certificate"),
        (b"md:SPSSODescriptor", b"md:PDPDescriptor", "malformed", "md:SPSSODescriptor"),
        (b"<ds:X509Certificate>MII", b"<ds:X509Certificate>AAA", "malformed", "certificate"),
    ],
)
def test_metadata_that_cannot_be_used_is_refused(
    scene: SamlScene, old: bytes, new: bytes, code: str, told: str
) -> None:
    with pytest.raises(SamlRefused) as refused:
        read_provider_metadata(scene.sp.metadata().replace(old, new))
    assert refused.value.code == code
    assert told in refused.value.detail


def test_the_hub_publishes_its_addresses_and_certificate(scene: SamlScene) -> None:
    role = find(parsed(scene.hub.metadata()), "md:IDPSSODescriptor")
    assert find(role, "md:SingleSignOnService").get("Location") == scene.hub.sso_urls[0]
    assert find(role, "md:ArtifactResolutionService").get("Location") == scene.hub.artifact_urls[0]
    assert find(role, "md:SingleLogoutService").get("Location") == scene.hub.logout_urls[0]
    assert find(role, ".//ds:X509Certificate").text == scene.hub.keys.certificate.base64


def test_a_logout_by_another_binding_than_soap_is_none(scene: SamlScene) -> None:
    assert (
        read_provider_metadata(scene.sp.metadata().replace(b"bindings:SOAP", b"bindings:HTTP-POST")).logout_url is None
    )


def test_of_two_logout_addresses_the_first_is_told(scene: SamlScene) -> None:
    xml = scene.sp.metadata().decode()
    logout = f"<md:SingleLogoutService{xml.partition('<md:SingleLogoutService')[2].partition('/>')[0]}/>"
    xml = xml.replace(logout, logout + logout.replace("/logout", "/other"))
    assert read_provider_metadata(xml.encode()).logout_url == "https://ikp.example/saml/logout"


def test_a_name_in_two_languages_is_the_first(scene: SamlScene) -> None:
    polish, english = (f'<md:OrganizationDisplayName xml:lang="{lang}">' for lang in ("pl", "en"))
    both = f"{english}Patient</md:OrganizationDisplayName>{polish}"
    xml = scene.sp.metadata().decode().replace(polish, both)
    assert read_provider_metadata(xml.encode()).name == "Patient"
    assert read_provider_metadata(xml.replace("OrganizationDisplayName", "OrganizationName").encode()).name == (
        "https://ikp.example"
    )


def test_an_rsa_certificate_is_not_encrypted_to(scene: SamlScene, rsa_keys: KeyPair) -> None:
    begin, use, rest = scene.sp.metadata().decode().partition('<md:KeyDescriptor use="encryption">')
    xml = begin + use + rest.replace(scene.sp.keys.certificate.base64, rsa_keys.certificate.base64)
    provider = read_provider_metadata(xml.encode())
    assert (provider.encryption_certificate, provider.signing_certificates) == (None, (scene.sp.keys.certificate,))


@pytest.mark.parametrize("use", ["signing", "encryption"])
def test_a_certificate_that_cannot_be_read_is_told_with_its_use(scene: SamlScene, use: str) -> None:
    begin, marked, rest = scene.sp.metadata().decode().partition(f'<md:KeyDescriptor use="{use}">')
    xml = begin + marked + rest.replace("<ds:X509Certificate>MII", "<ds:X509Certificate>AAA", 1)
    with pytest.raises(SamlRefused) as refused:
        read_provider_metadata(xml.encode())
    assert str(refused.value) == f"malformed: a {use} certificate in the metadata cannot be read"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (b' entityID="https://ikp.example"', b"", "expected entityID on EntityDescriptor, got nothing"),
        (b"md:SPSSODescriptor", b"md:PDPDescriptor", "expected md:SPSSODescriptor in EntityDescriptor, got nothing"),
        (b"md:EntityDescriptor", b"md:Other", "expected md:EntityDescriptor, got Other"),
        (
            b' Location="https://ikp.example/saml/acs"',
            b"",
            "expected Location on AssertionConsumerService, got nothing",
        ),
        (b' Location="https://ikp.example/saml/logout"', b"", "expected Location on SingleLogoutService, got nothing"),
    ],
)
def test_metadata_of_another_form_is_told(scene: SamlScene, old: bytes, new: bytes, told: str) -> None:
    with pytest.raises(SamlRefused) as refused:
        read_provider_metadata(scene.sp.metadata().replace(old, new))
    assert str(refused.value) == f"malformed: {told}"
