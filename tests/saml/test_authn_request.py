from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from lxml import etree

from mock_server.saml import (
    INTEGRATION,
    Attribute,
    KeyPair,
    Level,
    OperationContext,
    RequestOptions,
    SamlRefused,
    decode_posted,
    encode_for_post,
)
from mock_server.saml.names import NAMESPACES
from mock_server.saml.xml import Element
from tests.saml.scene import ACS, NOW, REQUEST_ID, SamlScene, find, keys_of, parsed, without
from tests.saml.signers import refill_by_xmlsec


def test_a_request_says_where_and_how_it_wants_its_answer(scene: SamlScene) -> None:
    request = parsed(scene.request_xml(RequestOptions(is_passive=True, force_authn=False)))
    expected = {
        "AssertionConsumerServiceURL": ACS,
        "ForceAuthn": "false",
        "IsPassive": "true",
        "ProtocolBinding": "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact",
        "ProviderName": "Internetowe Konto Pacjenta",
        "Version": "2.0",
    }
    assert {name: request.get(name) for name in expected} == expected


def refusal(act: Callable[[], object]) -> SamlRefused:
    with pytest.raises(SamlRefused) as refused:
        act()
    return refused.value


def test_a_posted_form_gives_the_message_back(scene: SamlScene) -> None:
    xml = scene.request_xml()
    assert decode_posted(encode_for_post(xml)) == xml
    assert decode_posted("\r\n".join(encode_for_post(xml)[at : at + 64] for at in range(0, 9999, 64))) == xml
    assert refusal(lambda: decode_posted("<xml>")).code == "malformed"


@pytest.mark.parametrize(
    "instant",
    ["2026-11-22T12:00:00Z", "2026-11-22T12:00:00.1234567Z", "2026-11-22T13:00:00+01:00", "2026-11-22T12:00:00"],
)
def test_instants_come_in_many_forms(scene: SamlScene, instant: str) -> None:
    request = scene.read_request(scene.edited_request(lambda message: message.set("IssueInstant", instant)))
    assert request.issue_instant.replace(microsecond=0) == NOW


@pytest.mark.parametrize("instant", ["yesterday", "2026-13-01T00:00:00Z", "2026-11-22", ""])
def test_an_instant_of_no_known_form_is_malformed(scene: SamlScene, instant: str) -> None:
    xml = scene.edited_request(lambda message: message.set("IssueInstant", instant))
    assert refusal(lambda: scene.read_request(xml)).code == "malformed"


def test_local_time_stamped_as_utc_is_accepted(scene: SamlScene) -> None:
    assert scene.read_request(scene.request_xml(), NOW - timedelta(hours=2)).id == REQUEST_ID


@pytest.mark.parametrize("after", [timedelta(minutes=6), timedelta(hours=-2, minutes=-1)])
def test_the_edges_of_the_window_are_exact(scene: SamlScene, after: timedelta) -> None:
    second = timedelta(seconds=1) if after > timedelta() else timedelta(seconds=-1)
    assert scene.read_request(scene.request_xml(), NOW + after).id == REQUEST_ID
    assert refusal(lambda: scene.read_request(scene.request_xml(), NOW + after + second)).code == "issue_instant"


def test_an_rsa_signature_is_accepted_where_a_p256_key_can_decrypt(scene: SamlScene, rsa_keys: KeyPair) -> None:
    sp = replace(scene.sp, keys=rsa_keys, decryption_keys=keys_of("decryption"))
    assert replace(scene, sp=sp).read_request(replace(scene, sp=sp).request_xml()).issuer == sp.issuer


def test_a_provider_nobody_can_encrypt_to_is_told_so(scene: SamlScene, rsa_keys: KeyPair) -> None:
    registered = replace(scene.sp.as_provider(), encryption_certificate=None)
    providers = {scene.sp.issuer: replace(registered, signing_certificates=(rsa_keys.certificate,))}
    xml = replace(scene.sp, keys=rsa_keys).build_authn_request(RequestOptions(), request_id="ID-1", now=NOW)
    refused = refusal(lambda: scene.hub.read_authn_request(xml, providers, now=NOW))
    assert refused.code == "encryption_key_missing"


def test_a_client_that_signs_with_an_empty_reference_is_accepted(scene: SamlScene) -> None:
    message = parsed(scene.request_xml())
    find(message, ".//ds:Reference").set("URI", "")
    refill_by_xmlsec(message, scene.sp.keys)
    assert scene.read_request(etree.tostring(message)).id == REQUEST_ID


def test_a_signature_without_a_certificate_is_checked_with_the_registered_ones(scene: SamlScene) -> None:
    def without_key_info(keys: KeyPair) -> bytes:
        message = parsed(replace(scene.sp, keys=keys).build_authn_request(RequestOptions(), request_id="ID-1", now=NOW))
        signature = find(message, "ds:Signature")
        signature.remove(find(signature, "ds:KeyInfo"))
        return etree.tostring(message)

    assert scene.read_request(without_key_info(scene.sp.keys)).id == "ID-1"
    assert refusal(lambda: scene.read_request(without_key_info(keys_of("stranger")))).code == "signature_invalid"


@pytest.mark.parametrize("level", Level)
def test_the_level_asked_for_is_read(scene: SamlScene, level: Level) -> None:
    assert scene.read_request(scene.request_xml(RequestOptions(minimum_level=level))).minimum_level is level


def test_of_several_levels_the_lowest_will_do(scene: SamlScene) -> None:
    def edit(message: Element) -> None:
        context = find(message, "saml2p:RequestedAuthnContext")
        etree.SubElement(context, context[0].tag).text = Level.LOW.uri

    assert scene.read_request(scene.edited_request(edit)).minimum_level is Level.LOW


def test_without_a_level_the_registered_one_counts(scene: SamlScene) -> None:
    xml = scene.edited_request(lambda message: message.remove(find(message, "saml2p:RequestedAuthnContext")))
    providers = {scene.sp.issuer: replace(scene.sp.as_provider(), minimum_level=Level.HIGH)}
    assert scene.hub.read_authn_request(xml, providers, now=NOW).minimum_level is Level.HIGH


def test_another_comparison_is_told_the_one_that_works(scene: SamlScene) -> None:
    def edit(message: Element) -> None:
        find(message, "saml2p:RequestedAuthnContext").set("Comparison", "better")

    refused = refusal(lambda: scene.read_request(scene.edited_request(edit)))
    assert refused.detail == "Comparison of RequestedAuthnContext: expected 'minimum', got 'better'"


def test_an_unknown_level_names_the_nearest(scene: SamlScene) -> None:
    def edit(message: Element) -> None:
        find(message, ".//saml2:AuthnContextClassRef").text = "http://eidas.europa.eu/LoA/substantional"

    refused = refusal(lambda: scene.read_request(scene.edited_request(edit)))
    assert refused.code == "level_unknown"
    assert "nearest is 'http://eidas.europa.eu/LoA/substantial'" in refused.detail


def test_only_the_attributes_asked_for_are_given(scene: SamlScene) -> None:
    request = scene.read_request(scene.request_xml(RequestOptions(attributes=(Attribute.PERSON_IDENTIFIER,))))
    assert request.attributes == (Attribute.PERSON_IDENTIFIER,)
    soap = scene.response_soap(options=RequestOptions(attributes=(Attribute.PERSON_IDENTIFIER,)))
    refused = refusal(lambda: scene.read_response(soap))
    assert (refused.code, "FirstName" in refused.detail) == ("attribute_missing", True)


def test_without_requested_attributes_all_four_are_given(scene: SamlScene) -> None:
    xml = scene.edited_request(lambda message: message.remove(find(message, "saml2p:Extensions")))
    request = scene.read_request(xml)
    assert (request.attributes, request.sp_type) == (tuple(Attribute), None)


def test_an_unknown_attribute_that_is_optional_is_left_out(scene: SamlScene) -> None:
    def edit(message: Element) -> None:
        requested = find(message, ".//eidas:RequestedAttribute")
        requested.set("Name", f"{NAMESPACES['naturalperson']}/Gender")
        requested.set("isRequired", "false")

    assert Attribute.FIRST_NAME not in scene.read_request(scene.edited_request(edit)).attributes


def test_an_unknown_attribute_that_is_required_is_named_with_those_there_are(scene: SamlScene) -> None:
    gender = f"{NAMESPACES['naturalperson']}/Gender"

    def edit(message: Element) -> None:
        requested = find(message, ".//eidas:RequestedAttribute")
        requested.set("Name", gender)
        requested.set("isRequired", "true")

    refused = refusal(lambda: scene.read_request(scene.edited_request(edit)))
    assert refused.code == "attribute_unknown"
    assert refused.detail.startswith("RequestedAttribute: expected 'http://eidas.europa.eu/attributes/naturalperson/")
    assert f"got '{gender}'" in refused.detail


def test_operation_contexts_are_read(scene: SamlScene) -> None:
    contexts = (OperationContext("coi", "rejestracja"), OperationContext("kir", "recepta"))
    assert (
        scene.read_request(scene.request_xml(RequestOptions(operation_contexts=contexts))).operation_contexts
        == contexts
    )


def test_flags_are_read(scene: SamlScene) -> None:
    request = scene.read_request(scene.request_xml(RequestOptions(force_authn=False, is_passive=True)))
    assert (request.force_authn, request.is_passive) == (False, True)
    xml = scene.edited_request(lambda message: message.set("IsPassive", "maybe"))
    assert refusal(lambda: scene.read_request(xml)).code == "malformed"


def test_integration_accepts_a_named_provider(scene: SamlScene) -> None:
    assert scene.with_node(INTEGRATION).read_request(scene.request_xml()).provider_name


def test_without_an_address_the_first_registered_is_taken(scene: SamlScene) -> None:
    xml = scene.edited_request(without("AssertionConsumerServiceURL"))
    assert scene.read_request(xml).acs_url == ACS


def test_a_refusal_names_what_came_nearest(scene: SamlScene) -> None:
    providers = {
        issuer: replace(scene.sp.as_provider(), issuer=issuer) for issuer in ("https://ikp.exampel", "urn:far")
    }
    refused = refusal(lambda: scene.hub.read_authn_request(scene.request_xml(), providers, now=NOW))
    assert refused.code == "issuer_unknown"
    assert "got 'https://ikp.example'; nearest is 'https://ikp.exampel'" in refused.detail

    two = {scene.sp.issuer: replace(scene.sp.as_provider(), acs_urls=(f"{ACS}/", "https://elsewhere.example"))}
    refused = refusal(lambda: scene.hub.read_authn_request(scene.request_xml(), two, now=NOW))
    assert refused.code == "acs_unregistered"
    assert f"nearest is '{ACS}/'" in refused.detail


def test_lenient_accepts_an_unknown_provider_by_the_certificate_it_brings(scene: SamlScene) -> None:
    lenient = replace(scene.hub, lenient=True)
    request = lenient.read_authn_request(scene.request_xml(), {}, now=NOW)
    assert request.provider.signing_certificates == (scene.sp.keys.certificate,)
    assert (request.provider.name, request.acs_url) == (scene.sp.name, ACS)
    assert refusal(lambda: scene.hub.read_authn_request(scene.request_xml(), {}, now=NOW)).code == "issuer_unknown"


def test_lenient_still_refuses_what_is_altered_unsigned_unreadable_or_in_a_known_name(scene: SamlScene) -> None:
    lenient = replace(scene, hub=replace(scene.hub, lenient=True))
    altered = scene.request_xml().replace(b'ForceAuthn="true"', b'ForceAuthn="false"')
    assert refusal(lambda: lenient.hub.read_authn_request(altered, {}, now=NOW)).code == "signature_invalid"
    unsigned = parsed(scene.request_xml())
    unsigned.remove(find(unsigned, "ds:Signature"))
    xml = etree.tostring(unsigned)
    assert refusal(lambda: lenient.hub.read_authn_request(xml, {}, now=NOW)).code == "unsigned"
    unreadable = parsed(scene.request_xml())
    find(unreadable, "ds:Signature/ds:KeyInfo/ds:X509Data/ds:X509Certificate").text = "no certificate"
    xml = etree.tostring(unreadable)
    assert refusal(lambda: lenient.hub.read_authn_request(xml, {}, now=NOW)).code == "malformed"
    foreign = scene.edited_request(lambda _: None, keys_of("stranger"))
    assert refusal(lambda: lenient.read_request(foreign)).code == "certificate_foreign"
