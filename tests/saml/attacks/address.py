"""Attacks on the sender and on the address."""

from dataclasses import replace
from datetime import timedelta

from mock_server.saml import RequestOptions
from mock_server.saml.xml import Element
from tests.saml.attacks.registry import attack, replaced_in_assertion, set_on
from tests.saml.scene import NOW, Edit, SamlScene, find, keys_of, without


@attack("version", "version_is_supported")
def saml_1_1(scene: SamlScene) -> object:
    return scene.read_request(scene.edited_request(set_on("", "Version", "1.1")))


@attack("issuer_unknown", "issuer_is_known")
def an_unregistered_provider(scene: SamlScene) -> object:
    stranger = replace(scene.sp, issuer="https://stranger.example", keys=keys_of("stranger"))
    return scene.read_request(stranger.build_authn_request(RequestOptions(), request_id="ID-1", now=NOW))


def with_issuer(path: str) -> Edit:
    def edit(message: Element) -> None:
        find(message, path).text = "login.evil.pl"

    return edit


@attack("issuer", "issuer_is_expected")
def an_artifact_response_of_another_hub(scene: SamlScene) -> object:
    return scene.read_response(scene.edited_response(with_issuer("saml2:Issuer")))


@attack("issuer", "issuer_is_expected")
def a_response_of_another_hub(scene: SamlScene) -> object:
    return scene.read_response(scene.edited_response(with_issuer("saml2p:Response/saml2:Issuer")))


@attack("issuer", "issuer_is_expected")
def an_assertion_of_another_hub(scene: SamlScene) -> object:
    return replaced_in_assertion(scene, ">symulator.login.gov.pl<", ">login.evil.pl<")


@attack("destination", "destination_is_ours")
def a_request_for_another_hub(scene: SamlScene) -> object:
    return scene.read_request(scene.edited_request(set_on("", "Destination", "https://login.gov.pl/login/x")))


@attack("destination", "destination_is_ours")
def a_request_for_nobody(scene: SamlScene) -> object:
    return scene.read_request(scene.edited_request(without("Destination")))


@attack("destination", "destination_is_ours")
def a_response_for_another_address(scene: SamlScene) -> object:
    return scene.read_response(scene.edited_response(set_on("saml2p:Response", "Destination", "https://evil.pl/acs")))


@attack("issue_instant", "issued_recently")
def an_old_request(scene: SamlScene) -> object:
    return scene.read_request(scene.request_xml(), NOW + timedelta(hours=1))


@attack("issue_instant", "issued_recently")
def a_request_from_the_future(scene: SamlScene) -> object:
    return scene.read_request(scene.request_xml(), NOW - timedelta(hours=3))


@attack("replayed", "message_id_is_new")
def a_request_posted_twice(scene: SamlScene) -> object:
    return scene.hub.read_authn_request(scene.request_xml(), scene.providers, now=NOW, seen_before=lambda _: True)


@attack("in_response_to", "in_response_to_matches")
def an_artifact_response_to_another_resolve(scene: SamlScene) -> object:
    return scene.read_response(scene.edited_response(set_on("", "InResponseTo", "ID-other")))


@attack("in_response_to", "in_response_to_matches")
def a_response_to_another_request(scene: SamlScene) -> object:
    return scene.read_response(scene.edited_response(set_on("saml2p:Response", "InResponseTo", "ID-other")))


@attack("in_response_to", "in_response_to_matches")
def an_unsolicited_response(scene: SamlScene) -> object:
    def edit(message: Element) -> None:
        del find(message, "saml2p:Response").attrib["InResponseTo"]

    return scene.read_response(scene.edited_response(edit))


@attack("in_response_to", "in_response_to_matches")
def an_assertion_for_another_request(scene: SamlScene) -> object:
    return replaced_in_assertion(scene, 'InResponseTo="ID-request"', 'InResponseTo="ID-other"')


@attack("in_response_to", "in_response_to_matches")
def an_unsolicited_assertion(scene: SamlScene) -> object:
    return replaced_in_assertion(scene, 'InResponseTo="ID-request"', "")
