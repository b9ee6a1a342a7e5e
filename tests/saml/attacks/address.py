"""Attacks on the sender and on the address."""

from dataclasses import replace
from datetime import timedelta

from mock_server.saml import RequestOptions
from tests.saml.attacks.registry import attack, set_on
from tests.saml.scene import NOW, SamlScene, keys_of, without


@attack("version", "version_is_supported")
def saml_1_1(scene: SamlScene) -> object:
    return scene.read_request(scene.edited_request(set_on("", "Version", "1.1")))


@attack("issuer_unknown", "issuer_is_known")
def an_unregistered_provider(scene: SamlScene) -> object:
    stranger = replace(scene.sp, issuer="https://stranger.example", keys=keys_of("stranger"))
    return scene.read_request(stranger.build_authn_request(RequestOptions(), request_id="ID-1", now=NOW))


@attack("destination", "destination_is_ours")
def a_request_for_another_hub(scene: SamlScene) -> object:
    return scene.read_request(scene.edited_request(set_on("", "Destination", "https://login.gov.pl/login/x")))


@attack("destination", "destination_is_ours")
def a_request_for_nobody(scene: SamlScene) -> object:
    return scene.read_request(scene.edited_request(without("Destination")))


@attack("issue_instant", "issued_recently")
def an_old_request(scene: SamlScene) -> object:
    return scene.read_request(scene.request_xml(), NOW + timedelta(hours=1))


@attack("issue_instant", "issued_recently")
def a_request_from_the_future(scene: SamlScene) -> object:
    return scene.read_request(scene.request_xml(), NOW - timedelta(hours=3))


@attack("replayed", "message_id_is_new")
def a_request_posted_twice(scene: SamlScene) -> object:
    return scene.hub.read_authn_request(scene.request_xml(), scene.providers, now=NOW, seen_before=lambda _: True)
