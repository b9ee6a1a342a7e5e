from dataclasses import replace

import pytest

from mock_server.saml import KeyPair, SamlRefused, read_provider_metadata
from tests.saml.scene import Scene, find, keys_of, parsed


def test_a_provider_is_registered_from_its_metadata(scene: Scene) -> None:
    assert read_provider_metadata(scene.sp.metadata()) == scene.sp.as_provider()


def test_what_people_read_of_a_provider_says_that_it_is_polish(scene: Scene) -> None:
    organization = find(parsed(scene.sp.metadata()), "md:Organization")
    assert [one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in organization] == ["pl"] * 3


def test_signing_and_encryption_certificates_may_differ(scene: Scene, rsa_keys: KeyPair) -> None:
    sp = replace(scene.sp, keys=rsa_keys, decryption_keys=keys_of("decryption"))
    provider = read_provider_metadata(sp.metadata())
    assert provider.signing_certificates == (rsa_keys.certificate,)
    assert provider.encryption_certificate == keys_of("decryption").certificate


def test_a_key_without_a_use_is_for_both_and_a_name_may_be_missing(scene: Scene) -> None:
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
            "no AssertionConsumerService for HTTP-Artifact or HTTP-POST",
        ),
        (b'use="signing"', b'use="encryption"', "metadata_incomplete", "has no signing certificate"),
        (b"md:SPSSODescriptor", b"md:PDPDescriptor", "malformed", "md:SPSSODescriptor"),
        (b"<ds:X509Certificate>MII", b"<ds:X509Certificate>AAA", "malformed", "certificate"),
    ],
)
def test_metadata_that_cannot_be_used_is_refused(scene: Scene, old: bytes, new: bytes, code: str, told: str) -> None:
    with pytest.raises(SamlRefused) as refused:
        read_provider_metadata(scene.sp.metadata().replace(old, new))
    assert refused.value.code == code
    assert told in refused.value.detail


def test_the_hub_publishes_its_addresses_and_certificate(scene: Scene) -> None:
    role = find(parsed(scene.hub.metadata()), "md:IDPSSODescriptor")
    assert find(role, "md:SingleSignOnService").get("Location") == scene.hub.sso_urls[0]
    assert find(role, "md:ArtifactResolutionService").get("Location") == scene.hub.artifact_urls[0]
    assert find(role, "md:SingleLogoutService").get("Location") == scene.hub.logout_urls[0]
    assert find(role, ".//ds:X509Certificate").text == scene.hub.keys.certificate.base64
