from base64 import b64decode, b64encode
from dataclasses import replace
from datetime import timedelta
from hashlib import sha1

import pytest

from mock_server.saml import ArtifactResolve, Provider, SamlRefused, build_fault
from tests.saml.scene import NOW, RESOLVE_ID, SamlScene, parsed, text_at


def test_an_artifact_has_the_standard_form(scene: SamlScene) -> None:
    data = b64decode(scene.hub.new_artifact())
    assert (len(data), data[:4]) == (44, b"\0\4\0\0")
    assert data[4:24] == sha1(b"symulator.login.gov.pl", usedforsecurity=False).digest()


def test_no_two_artifacts_are_the_same(scene: SamlScene) -> None:
    assert len({scene.hub.new_artifact() for _ in range(1000)}) == 1000


@pytest.mark.parametrize("artifact", ["", "!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="])
def test_what_is_no_artifact_is_not_asked_about(scene: SamlScene, artifact: str) -> None:
    with pytest.raises(SamlRefused) as refused:
        scene.sp.build_artifact_resolve(artifact, resolve_id=RESOLVE_ID, now=NOW)
    assert refused.value.code == "artifact_malformed"
    got = len(b64decode(artifact)) if artifact != "!" else 0
    assert refused.value.detail == f"expected 44 bytes in base64 that begin with 0x0004, got {got} bytes"


def test_a_client_with_one_constant_id_and_local_time_is_served(scene: SamlScene) -> None:
    for hours in (0, 1, 2):
        artifact = scene.hub.new_artifact()
        soap = scene.sp.build_artifact_resolve(artifact, resolve_id="ID-constant", now=NOW + timedelta(hours=hours))
        assert scene.hub.read_artifact_resolve(soap, scene.providers, now=NOW).artifact == artifact


def test_an_artifact_lives_to_its_last_second(scene: SamlScene) -> None:
    resolve = scene.resolve()
    issued = scene.issued(resolve)
    scene.hub.require_redeemable(issued, resolve, now=NOW + timedelta(minutes=5, seconds=-1))
    with pytest.raises(SamlRefused) as refused:
        scene.hub.require_redeemable(issued, resolve, now=NOW + timedelta(minutes=5))
    assert str(refused.value) == (
        "artifact_expired: expected before 2026-11-22T12:05:00.000Z, got 2026-11-22T12:05:00.000Z"
    )


def test_an_artifact_nobody_issued_is_refused(scene: SamlScene) -> None:
    with pytest.raises(SamlRefused) as refused:
        scene.hub.require_redeemable(None, scene.resolve(), now=NOW)
    assert str(refused.value) == "artifact_unknown: expected an artifact this hub has issued, got another"


def test_a_resolve_without_a_destination_is_served(scene: SamlScene) -> None:
    elsewhere = replace(scene.sp.hub, artifact_url="https://login.gov.pl/artifact")
    soap = replace(scene.sp, hub=elsewhere).build_artifact_resolve(
        scene.hub.new_artifact(), resolve_id=RESOLVE_ID, now=NOW
    )
    with pytest.raises(SamlRefused) as refused:
        scene.hub.read_artifact_resolve(soap, scene.providers, now=NOW)
    assert refused.value.code == "destination"
    fault = parsed(build_fault(refused.value))
    assert "https://login.gov.pl/artifact" in text_at(fault, "soap:Body/soap:Fault/faultstring")


def test_an_artifact_may_live_longer_or_shorter(scene: SamlScene) -> None:
    resolve = scene.resolve()
    hub = replace(scene.hub, artifact_lifetime=timedelta(minutes=1))
    hub.require_redeemable(scene.issued(resolve), resolve, now=NOW + timedelta(seconds=59))
    with pytest.raises(SamlRefused) as refused:
        hub.require_redeemable(scene.issued(resolve), resolve, now=NOW + timedelta(seconds=60))
    assert refused.value.code == "artifact_expired"


@pytest.mark.parametrize("length", [43, 45])
def test_an_artifact_has_neither_more_nor_fewer_bytes(scene: SamlScene, length: int) -> None:
    artifact = b64encode((b64decode(scene.hub.new_artifact()) + b"x")[:length]).decode()
    with pytest.raises(SamlRefused) as refused:
        scene.sp.build_artifact_resolve(artifact, resolve_id=RESOLVE_ID, now=NOW)
    told = f"expected 44 bytes in base64 that begin with 0x0004, got {length} bytes"
    assert str(refused.value) == f"artifact_malformed: {told}"


def test_the_endpoint_s_index_is_anybody_s(scene: SamlScene) -> None:
    data = bytearray(b64decode(scene.hub.new_artifact()))
    data[3] = 1
    artifact = b64encode(data).decode()
    soap = scene.sp.build_artifact_resolve(artifact, resolve_id=RESOLVE_ID, now=NOW)
    assert scene.hub.read_artifact_resolve(soap, scene.providers, now=NOW).artifact == artifact


def test_a_resolve_is_read_whole(scene: SamlScene) -> None:
    artifact = scene.hub.new_artifact()
    soap = scene.sp.build_artifact_resolve(artifact, resolve_id=RESOLVE_ID, now=NOW)
    read = scene.hub.read_artifact_resolve(soap, scene.providers, now=NOW)
    assert read == ArtifactResolve(RESOLVE_ID, "https://ikp.example", scene.sp.as_provider(), artifact)


def test_a_lenient_hub_resolves_for_a_stranger(scene: SamlScene) -> None:
    soap = scene.sp.build_artifact_resolve(scene.hub.new_artifact(), resolve_id=RESOLVE_ID, now=NOW)
    provider = replace(scene.hub, lenient=True).read_artifact_resolve(soap, {}, now=NOW).provider
    assert provider == Provider("https://ikp.example", "https://ikp.example", (), (scene.sp.keys.certificate,))


def test_an_artifact_with_something_between_its_letters_is_none(scene: SamlScene) -> None:
    artifact = scene.hub.new_artifact()
    with pytest.raises(SamlRefused, match="got 0 bytes"):
        scene.sp.build_artifact_resolve(f"{artifact[:8]}!{artifact[8:]}", resolve_id=RESOLVE_ID, now=NOW)
