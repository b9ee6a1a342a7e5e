from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from lxml import etree

from mock_server.saml import KeyPair, LogoutRequest, SamlRefused, Status, StatusNotSuccess
from mock_server.saml.freshness import Freshness
from mock_server.saml.names import REQUEST_DENIED, RESPONDER
from mock_server.saml.signing import sign
from tests.saml.scene import NOW, SamlScene, find, keys_of, make_scene, parsed, unsign


def from_provider(scene: SamlScene) -> bytes:
    return scene.sp.build_logout_request("patient-1", "_ID-1", request_id="ID-logout", now=NOW)


def from_hub(scene: SamlScene) -> bytes:
    return scene.hub.build_logout_request(
        scene.sp.logout_url, "patient-1", "_ID-1", to=scene.sp.issuer, request_id="ID-logout", now=NOW
    )


def test_a_provider_logs_a_person_out_at_the_hub(scene: SamlScene) -> None:
    request = scene.hub.read_logout_request(from_provider(scene), scene.providers, now=NOW)
    assert (request.issuer, request.name_id, request.session_index) == (scene.sp.issuer, "patient-1", "_ID-1")
    answer = scene.hub.build_logout_response(request, now=NOW)
    scene.sp.read_logout_response(answer, request_id="ID-logout")


def test_the_hub_logs_a_person_out_at_a_provider(scene: SamlScene) -> None:
    request = scene.sp.read_logout_request(from_hub(scene), now=NOW, seen_before=lambda _: False)
    assert (request.issuer, request.session_index) == (scene.hub.issuer, "_ID-1")
    answer = scene.sp.build_logout_response(request, now=NOW)
    scene.hub.read_logout_response(answer, scene.sp.as_provider(), request_id="ID-logout")


def test_without_a_session_index_every_session_is_meant(scene: SamlScene) -> None:
    soap = scene.hub.build_logout_request(
        scene.sp.logout_url, "patient-1", None, to=scene.sp.issuer, request_id="ID-1", now=NOW
    )
    assert scene.sp.read_logout_request(soap, now=NOW, seen_before=lambda _: False).session_index is None


def test_a_destination_may_be_left_out(scene: SamlScene) -> None:
    envelope = parsed(from_provider(scene))
    message = find(envelope, "soap:Body/saml2p:LogoutRequest")
    unsign(message)
    del message.attrib["Destination"]
    sign(message, scene.sp.keys)
    assert scene.hub.read_logout_request(etree.tostring(envelope), scene.providers, now=NOW).name_id == "patient-1"


def test_a_refusal_to_log_out_is_told(scene: SamlScene) -> None:
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
def test_nobody_else_may_log_a_person_out(scene: SamlScene, change: dict[str, Any], code: str) -> None:
    forged = replace(scene, hub=replace(scene.hub, **change))
    with pytest.raises(SamlRefused) as refused:
        scene.sp.read_logout_request(from_hub(forged), now=NOW, seen_before=lambda _: False)
    assert refused.value.code == code


def test_a_logout_request_cannot_be_replayed_or_kept(scene: SamlScene) -> None:
    with pytest.raises(SamlRefused) as refused:
        scene.sp.read_logout_request(from_hub(scene), now=NOW, seen_before=lambda _: True)
    assert refused.value.code == "replayed"
    with pytest.raises(SamlRefused) as refused:
        scene.sp.read_logout_request(from_hub(scene), now=NOW + timedelta(hours=1), seen_before=lambda _: False)
    assert refused.value.code == "issue_instant"


def test_an_answer_to_another_logout_is_refused(scene: SamlScene) -> None:
    request = scene.hub.read_logout_request(from_provider(scene), scene.providers, now=NOW)
    with pytest.raises(SamlRefused) as refused:
        scene.sp.read_logout_response(scene.hub.build_logout_response(request, now=NOW), request_id="ID-other")
    assert refused.value.code == "in_response_to"


def ending(limit: str) -> bytes:
    """A request of the hub's with this NotOnOrAfter."""
    scene = make_scene()
    envelope = parsed(from_hub(scene))
    message = find(envelope, "soap:Body/saml2p:LogoutRequest")
    unsign(message)
    message.set("NotOnOrAfter", limit)
    sign(message, scene.hub.keys)
    return etree.tostring(envelope)


def test_a_logout_request_is_good_up_to_its_last_second(scene: SamlScene) -> None:
    read = scene.sp.read_logout_request(ending("2026-11-22T11:59:01Z"), now=NOW, seen_before=lambda _: False)
    assert read.id == "ID-logout"
    with pytest.raises(SamlRefused) as refused:
        scene.sp.read_logout_request(ending("2026-11-22T11:59:00Z"), now=NOW, seen_before=lambda _: False)
    assert refused.value.code == "outside_time"


@pytest.mark.parametrize("skew", [timedelta(), timedelta(seconds=60)])
def test_a_provider_s_own_skew_widens_the_window(scene: SamlScene, skew: timedelta) -> None:
    sp = replace(scene.sp, skew=skew)
    last = NOW + timedelta(minutes=5) + skew
    assert sp.read_logout_request(from_hub(scene), now=last, seen_before=lambda _: False).id == "ID-logout"
    with pytest.raises(SamlRefused) as refused:
        sp.read_logout_request(from_hub(scene), now=last + timedelta(seconds=1), seen_before=lambda _: False)
    assert refused.value.code == "issue_instant"


@pytest.mark.parametrize("lifetime", [timedelta(minutes=1), timedelta(minutes=9)])
def test_the_hub_s_own_freshness_counts(scene: SamlScene, lifetime: timedelta) -> None:
    hub = replace(scene.hub, freshness=Freshness(lifetime, skew=timedelta()))
    assert hub.read_logout_request(from_provider(scene), scene.providers, now=NOW + lifetime).id == "ID-logout"
    with pytest.raises(SamlRefused) as refused:
        hub.read_logout_request(from_provider(scene), scene.providers, now=NOW + lifetime + timedelta(seconds=1))
    assert refused.value.code == "issue_instant"


def addressed(soap: bytes, destination: str, keys: KeyPair) -> bytes:
    """A LogoutResponse with this Destination."""
    envelope = parsed(soap)
    message = find(envelope, "soap:Body/saml2p:LogoutResponse")
    unsign(message)
    message.set("Destination", destination)
    sign(message, keys)
    return etree.tostring(envelope)


def test_an_answer_may_be_addressed_but_to_nobody_else(scene: SamlScene) -> None:
    request = LogoutRequest("ID-logout", scene.sp.issuer, "patient-1", None, ())
    ours, theirs = scene.sp.logout_url, scene.hub.logout_urls[0]
    by_hub = scene.hub.build_logout_response(request, now=NOW)
    scene.sp.read_logout_response(addressed(by_hub, ours, scene.hub.keys), request_id="ID-logout")
    with pytest.raises(SamlRefused) as refused:
        scene.sp.read_logout_response(addressed(by_hub, theirs, scene.hub.keys), request_id="ID-logout")
    assert refused.value.detail == f"Destination: expected '{ours}', got '{theirs}'"
    provider, by_us = scene.sp.as_provider(), scene.sp.build_logout_response(request, now=NOW)
    scene.hub.read_logout_response(addressed(by_us, theirs, scene.sp.keys), provider, request_id="ID-logout")
    with pytest.raises(SamlRefused) as refused:
        scene.hub.read_logout_response(addressed(by_us, ours, scene.sp.keys), provider, request_id="ID-logout")
    assert refused.value.detail == f"Destination: expected '{theirs}', got '{ours}'"


def test_an_answer_of_another_provider_is_refused(scene: SamlScene) -> None:
    request = LogoutRequest("ID-logout", scene.sp.issuer, "patient-1", None, ())
    soap = scene.sp.build_logout_response(request, now=NOW)
    other = replace(scene.sp.as_provider(), issuer="https://other.example")
    with pytest.raises(SamlRefused) as refused:
        scene.hub.read_logout_response(soap, other, request_id="ID-logout")
    assert refused.value.detail == "Issuer: expected 'https://other.example', got 'https://ikp.example'"
