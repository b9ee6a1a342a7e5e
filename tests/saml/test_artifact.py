from base64 import b64decode
from dataclasses import replace
from datetime import timedelta
from hashlib import sha1

import pytest

from mock_server.saml import SamlRefused, build_fault
from tests.saml.scene import NOW, RESOLVE_ID, Scene, parsed, text_at


def test_an_artifact_has_the_standard_form(scene: Scene) -> None:
    data = b64decode(scene.hub.new_artifact())
    assert (len(data), data[:4]) == (44, b"\0\4\0\0")
    assert data[4:24] == sha1(b"symulator.login.gov.pl", usedforsecurity=False).digest()


def test_no_two_artifacts_are_the_same(scene: Scene) -> None:
    assert len({scene.hub.new_artifact() for _ in range(1000)}) == 1000


@pytest.mark.parametrize("artifact", ["", "!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="])
def test_what_is_no_artifact_is_not_asked_about(scene: Scene, artifact: str) -> None:
    with pytest.raises(SamlRefused) as refused:
        scene.sp.build_artifact_resolve(artifact, resolve_id=RESOLVE_ID, now=NOW)
    assert refused.value.code == "artifact_malformed"
    got = len(b64decode(artifact)) if artifact != "!" else 0
    assert refused.value.detail == f"expected 44 bytes in base64 that begin with 0x0004, got {got} bytes"


def test_a_client_with_one_constant_id_and_local_time_is_served(scene: Scene) -> None:
    for hours in (-2, 0, 2, 9):
        artifact = scene.hub.new_artifact()
        soap = scene.sp.build_artifact_resolve(artifact, resolve_id="ID-constant", now=NOW + timedelta(hours=hours))
        assert scene.hub.read_artifact_resolve(soap, scene.providers).artifact == artifact


def test_an_artifact_lives_to_its_last_second(scene: Scene) -> None:
    resolve = scene.resolve()
    issued = scene.issued(resolve)
    scene.hub.require_redeemable(issued, resolve, now=NOW + timedelta(minutes=5, seconds=-1))
    with pytest.raises(SamlRefused) as refused:
        scene.hub.require_redeemable(issued, resolve, now=NOW + timedelta(minutes=5))
    assert refused.value.code == "artifact_expired"


def test_an_artifact_nobody_issued_is_refused(scene: Scene) -> None:
    with pytest.raises(SamlRefused) as refused:
        scene.hub.require_redeemable(None, scene.resolve(), now=NOW)
    assert refused.value.code == "artifact_unknown"


def test_a_resolve_without_a_destination_is_served(scene: Scene) -> None:
    elsewhere = replace(scene.sp.hub, artifact_url="https://login.gov.pl/artifact")
    soap = replace(scene.sp, hub=elsewhere).build_artifact_resolve(
        scene.hub.new_artifact(), resolve_id=RESOLVE_ID, now=NOW
    )
    with pytest.raises(SamlRefused) as refused:
        scene.hub.read_artifact_resolve(soap, scene.providers)
    assert refused.value.code == "destination"
    fault = parsed(build_fault(refused.value))
    assert "https://login.gov.pl/artifact" in text_at(fault, "soap:Body/soap:Fault/faultstring")
