from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from lxml import etree

from mock_server.saml import SamlRefused, Status, StatusNotSuccess
from mock_server.saml.names import REQUEST_DENIED, RESPONDER
from mock_server.saml.signing import sign
from tests.saml.scene import NOW, Scene, find, keys_of, parsed, unsign


def from_provider(scene: Scene) -> bytes:
    return scene.sp.build_logout_request("patient-1", "_ID-1", request_id="ID-logout", now=NOW)


def from_hub(scene: Scene) -> bytes:
    return scene.hub.build_logout_request(scene.sp.logout_url, "patient-1", "_ID-1", request_id="ID-logout", now=NOW)


def test_a_provider_logs_a_person_out_at_the_hub(scene: Scene) -> None:
    request = scene.hub.read_logout_request(from_provider(scene), scene.providers, now=NOW)
    assert (request.issuer, request.name_id, request.session_index) == (scene.sp.issuer, "patient-1", "_ID-1")
    answer = scene.hub.build_logout_response(request, now=NOW)
    scene.sp.read_logout_response(answer, request_id="ID-logout")


def test_the_hub_logs_a_person_out_at_a_provider(scene: Scene) -> None:
    request = scene.sp.read_logout_request(from_hub(scene), now=NOW, seen_before=lambda _: False)
    assert (request.issuer, request.session_index) == (scene.hub.issuer, "_ID-1")
    answer = scene.sp.build_logout_response(request, now=NOW)
    scene.hub.read_logout_response(answer, scene.sp.as_provider(), request_id="ID-logout")


def test_without_a_session_index_every_session_is_meant(scene: Scene) -> None:
    soap = scene.hub.build_logout_request(scene.sp.logout_url, "patient-1", None, request_id="ID-1", now=NOW)
    assert scene.sp.read_logout_request(soap, now=NOW, seen_before=lambda _: False).session_index is None


def test_a_destination_may_be_left_out(scene: Scene) -> None:
    envelope = parsed(from_provider(scene))
    message = find(envelope, "soap:Body/saml2p:LogoutRequest")
    unsign(message)
    del message.attrib["Destination"]
    sign(message, scene.sp.keys)
    assert scene.hub.read_logout_request(etree.tostring(envelope), scene.providers, now=NOW).name_id == "patient-1"


def test_a_refusal_to_log_out_is_told(scene: Scene) -> None:
    request = scene.hub.read_logout_request(from_provider(scene), scene.providers, now=NOW)
    answer = scene.hub.build_logout_response(request, now=NOW, status=Status((RESPONDER, REQUEST_DENIED)))
    with pytest.raises(StatusNotSuccess) as refused:
        scene.sp.read_logout_response(answer, request_id="ID-logout")
    assert refused.value.codes == (RESPONDER, REQUEST_DENIED)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"keys": keys_of("stranger")}, "certificate_foreign"),
        ({"issuer": "login.evil.pl"}, "issuer"),
    ],
)
def test_nobody_else_may_log_a_person_out(scene: Scene, change: dict[str, Any], code: str) -> None:
    forged = replace(scene, hub=replace(scene.hub, **change))
    with pytest.raises(SamlRefused) as refused:
        scene.sp.read_logout_request(from_hub(forged), now=NOW, seen_before=lambda _: False)
    assert refused.value.code == code


def test_a_logout_request_cannot_be_replayed_or_kept(scene: Scene) -> None:
    with pytest.raises(SamlRefused) as refused:
        scene.sp.read_logout_request(from_hub(scene), now=NOW, seen_before=lambda _: True)
    assert refused.value.code == "replayed"
    with pytest.raises(SamlRefused) as refused:
        scene.sp.read_logout_request(from_hub(scene), now=NOW + timedelta(hours=1), seen_before=lambda _: False)
    assert refused.value.code == "issue_instant"


def test_an_answer_to_another_logout_is_refused(scene: Scene) -> None:
    request = scene.hub.read_logout_request(from_provider(scene), scene.providers, now=NOW)
    with pytest.raises(SamlRefused) as refused:
        scene.sp.read_logout_response(scene.hub.build_logout_response(request, now=NOW), request_id="ID-other")
    assert refused.value.code == "in_response_to"
