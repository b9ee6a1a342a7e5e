"""Attacks on the response and its assertion."""

from dataclasses import replace
from datetime import timedelta

from mock_server.saml import Level, Status
from mock_server.saml.artifact_response import Answer, build_artifact_response
from mock_server.saml.message import Header
from mock_server.saml.names import AUTHN_FAILED, new_id
from tests.saml.attacks.registry import SECOND, attack, replaced_in_assertion
from tests.saml.scene import ACS, NOW, RESOLVE_ID, SamlScene


@attack("status_not_success", "status_is_success")
def a_failure_that_carries_an_assertion(scene: SamlScene) -> object:
    return scene.read_response(scene.soap_around(scene.assertion(), Status((AUTHN_FAILED,))))


@attack("key_agreement_foreign", "key_agreed_between_us")
def an_assertion_encrypted_for_another_provider(scene: SamlScene) -> object:
    request = scene.read_request(scene.request_xml())
    answer = Answer(
        Header(new_id(), scene.hub.issuer, NOW), replace(request, issuer="https://other"), scene.assertion(), 32
    )
    header = Header(new_id(), scene.hub.issuer, NOW)
    return scene.read_response(build_artifact_response(header, RESOLVE_ID, Status(), answer, scene.hub.keys))


@attack("confirmation", "confirmation_is_bearer")
def an_assertion_not_for_its_bearer(scene: SamlScene) -> object:
    return replaced_in_assertion(scene, "2.0:cm:bearer", "2.0:cm:sender-vouches")


@attack("audience", "audience_is_ours")
def an_assertion_for_another_audience(scene: SamlScene) -> object:
    return replaced_in_assertion(scene, "Audience>https://ikp.example<", "Audience>https://other.example<")


@attack("recipient", "recipient_is_ours")
def an_assertion_for_another_recipient(scene: SamlScene) -> object:
    return replaced_in_assertion(scene, f'Recipient="{ACS}"', 'Recipient="https://other.example/acs"')


@attack("outside_time", "assertion_within_time")
def an_assertion_from_the_future(scene: SamlScene) -> object:
    return scene.read_response(scene.response_soap(), NOW - scene.sp.skew - SECOND)


@attack("outside_time", "assertion_within_time")
def an_expired_assertion(scene: SamlScene) -> object:
    return scene.read_response(scene.response_soap(), NOW + timedelta(minutes=50) + scene.sp.skew)


@attack("outside_time", "assertion_within_time")
def an_expired_confirmation(scene: SamlScene) -> object:
    return replaced_in_assertion(
        scene, 'NotOnOrAfter="2026-11-22T12:50:00.000Z" Recip', 'NotOnOrAfter="2026-11-22T11:00:00Z" Recip'
    )


@attack("level_too_low", "level_is_enough")
def a_lower_level_than_asked(scene: SamlScene) -> object:
    return scene.read_response(scene.response_soap(), minimum=Level.HIGH)


@attack("replayed", "assertion_not_replayed")
def a_replayed_assertion(scene: SamlScene) -> object:
    return scene.read_response(scene.response_soap(), seen=True)
