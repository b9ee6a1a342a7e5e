"""The two sides of the profile: their keys, their figures, and what becomes of whatever goes wrong."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from mock_server.saml import (
    KeyPair,
    Level,
    Provider,
    SamlRefused,
)
from tests.saml.scene import ACS, NOW, SamlScene, parsed


def test_a_provider_that_signs_with_rsa_and_has_no_key_to_decrypt_with_says_so(
    scene: SamlScene, rsa_keys: KeyPair
) -> None:
    unable = replace(scene, sp=replace(scene.sp, keys=rsa_keys))
    with pytest.raises(SamlRefused, match="check_failed") as refused:
        unable.read_response(scene.response_soap())
    assert repr(refused.value.__cause__) == repr(
        TypeError("a provider that signs with RSA needs P-256 decryption_keys")
    )


def test_nothing_is_encrypted_to_an_rsa_key(scene: SamlScene, rsa_keys: KeyPair) -> None:
    request = scene.read_request(scene.request_xml())
    provider = replace(request.provider, encryption_certificate=rsa_keys.certificate)
    with pytest.raises(SamlRefused, match="encryption_key_missing"):
        scene.hub.build_artifact_response(
            scene.resolve(), replace(request, provider=provider), scene.identification(), now=NOW
        )


def test_a_provider_is_registered_with_its_own_keys_unless_it_decrypts_with_others(
    scene: SamlScene, rsa_keys: KeyPair
) -> None:
    own, signing = scene.sp.keys.certificate, rsa_keys.certificate
    expected = Provider(
        "https://ikp.example", "Internetowe Konto Pacjenta", (ACS,), (own,), own, "https://ikp.example/saml/logout"
    )
    assert scene.sp.as_provider() == expected
    other = replace(scene.sp, keys=rsa_keys, decryption_keys=scene.sp.keys)
    assert other.as_provider() == replace(expected, signing_certificates=(signing,))


def test_among_signing_certificates_the_first_on_p256_is_encrypted_to(scene: SamlScene, rsa_keys: KeyPair) -> None:
    provider = replace(
        scene.sp.as_provider(),
        signing_certificates=(rsa_keys.certificate, scene.hub.keys.certificate, scene.sp.keys.certificate),
        encryption_certificate=None,
    )
    assert provider.encryption_target() == scene.hub.keys.certificate


def test_the_profile_s_figures(scene: SamlScene) -> None:
    assert scene.sp.skew == timedelta(seconds=60)
    freshness = scene.hub.freshness
    assert (freshness.lifetime, freshness.skew, freshness.local_time) == (
        timedelta(minutes=5),
        timedelta(minutes=1),
        timedelta(hours=2),
    )
    assert parsed(scene.hub.metadata()).get("entityID") == "symulator.login.gov.pl"


@pytest.mark.parametrize(
    "read",
    [
        lambda scene: scene.hub.read_authn_request(None, {}, now=NOW),
        lambda scene: scene.hub.read_artifact_resolve(None, {}, now=NOW),
        lambda scene: scene.hub.require_redeemable("odd", None, now=NOW),
        lambda scene: scene.hub.read_logout_request(None, {}, now=NOW),
        lambda scene: scene.hub.read_logout_response(None, scene.sp.as_provider(), request_id=""),
        lambda scene: scene.sp.build_artifact_resolve(None, resolve_id="", now=NOW),
        lambda scene: scene.read_response(None),
        lambda scene: scene.sp.read_logout_response(None, request_id=""),
        lambda scene: scene.sp.read_logout_request(None, now=NOW, seen_before=bool),
    ],
    ids=["request", "resolve", "artifact", "logout", "logged out", "asking", "answer", "done", "hub's logout"],
)
def test_whatever_goes_wrong_is_a_refusal(scene: SamlScene, read: Callable[[SamlScene], object]) -> None:
    with pytest.raises(SamlRefused) as refused:
        read(scene)
    assert refused.value.code == "check_failed"


def test_levels_are_ordered() -> None:
    assert [(level.name, level.value) for level in Level] == [("LOW", 1), ("SUBSTANTIAL", 2), ("HIGH", 3)]
