"""Every attack on the profile, by name: what it does, how it is refused, and the one rule that stands in its way."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from lxml import etree

from mock_server.saml import IssuedArtifact, Level, Status, Wish
from mock_server.saml.artifact import new_artifact
from mock_server.saml.artifact_response import Answer, build_artifact_response
from mock_server.saml.authn_request import build_authn_request
from mock_server.saml.message import Header
from mock_server.saml.names import AUTHN_FAILED, NAMESPACES, POST_BINDING, new_id, qualified
from mock_server.saml.node_profiles import INTEGRATION
from mock_server.saml.signing import sign
from mock_server.saml.xml import SIZE_LIMIT, Element
from tests.saml.scene import ACS, HUB, NOW, RESOLVE_ID, Edit, Scene, find, keys_of, parsed, unsign, without
from tests.saml.signers import refill_by_xmlsec

Run = Callable[[Scene], object]
SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Attack:
    name: str
    code: str
    guard: str
    run: Run


ATTACKS: list[Attack] = []


def attack(code: str, guard: str) -> Callable[[Run], Run]:
    """Register an attack: refused with `code`, and let through when the rule `guard` says yes to all."""

    def register(run: Run) -> Run:
        ATTACKS.append(Attack(getattr(run, "__name__", "attack"), code, guard, run))
        return run

    return register


def replaced_in_assertion(scene: Scene, old: str, new: str) -> object:
    """The provider reads an assertion in which a text has been replaced before it was encrypted."""
    assertion = scene.assertion().decode()
    assert old in assertion
    return scene.read_response(scene.soap_around(assertion.replace(old, new).encode()))


def set_on(path: str, attribute: str, value: str) -> Edit:
    def edit(message: Element) -> None:
        (find(message, path) if path else message).set(attribute, value)

    return edit


# The document


@attack("too_large", "document_is_small_enough")
def a_huge_message(scene: Scene) -> object:
    return scene.read_response(scene.response_soap() + b" " * SIZE_LIMIT)


@attack("document_type", "document_type_is_absent")
def a_dtd(scene: Scene) -> object:
    return scene.read_response(b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + scene.response_soap())


@attack("document_type", "document_type_is_absent")
def a_dtd_in_a_request(scene: Scene) -> object:
    return scene.read_request(b"<!DOCTYPE x>" + scene.request_xml())


@attack("duplicate_id", "ids_are_unique")
def two_elements_of_one_id(scene: Scene) -> object:
    """The signed ArtifactResolve waits in the header, where its ID is found first; the body asks for another."""
    artifact = scene.hub.new_artifact()
    envelope = parsed(scene.sp.build_artifact_resolve(artifact, resolve_id=RESOLVE_ID, now=NOW))
    forged = find(envelope, "soap:Body/saml2p:ArtifactResolve")
    original = parsed(etree.tostring(forged))
    unsign(original)
    find(envelope, "soap:Header").append(original)
    find(forged, "saml2p:Artifact").text = scene.hub.new_artifact()
    read = scene.hub.read_artifact_resolve(etree.tostring(envelope), scene.providers)
    assert read.artifact != artifact
    return read


# The signature


@attack("unsigned", "message_is_signed")
def an_unsigned_response(scene: Scene) -> object:
    envelope = parsed(scene.response_soap())
    message = find(envelope, "soap:Body/saml2p:ArtifactResponse")
    unsign(message)
    unsign(find(message, "saml2p:Response"))
    return scene.read_response(etree.tostring(envelope))


@attack("unsigned", "message_is_signed")
def an_unsigned_request(scene: Scene) -> object:
    message = parsed(scene.request_xml())
    unsign(message)
    return scene.read_request(etree.tostring(message))


@attack("certificate_foreign", "certificate_is_registered")
def a_response_signed_by_a_stranger(scene: Scene) -> object:
    return scene.read_response(scene.edited_response(lambda _: None, keys_of("stranger")))


@attack("certificate_foreign", "certificate_is_registered")
def a_request_signed_by_a_stranger(scene: Scene) -> object:
    return scene.read_request(scene.edited_request(lambda _: None, keys_of("stranger")))


@attack("signature_invalid", "signature_is_genuine")
def a_request_altered_after_signing(scene: Scene) -> object:
    return scene.read_request(scene.request_xml(Wish(minimum_level=Level.HIGH)).replace(b"LoA/high", b"LoA/low"))


@attack("signature_invalid", "signature_is_genuine")
def a_response_altered_after_signing(scene: Scene) -> object:
    return scene.read_response(scene.response_soap().replace(b'IssueInstant="2026', b'IssueInstant="2025', 1))


@attack("signature_transforms", "transforms_are_plain")
def a_signature_that_leaves_a_part_out(scene: Scene) -> object:
    """Its XPath excludes RequestedAuthnContext, which is then altered."""

    def sign_all_but_the_level(message: Element) -> None:
        transforms = find(message, ".//ds:Transforms")
        xpath = etree.SubElement(transforms, qualified("ds:Transform"))
        xpath.set("Algorithm", "http://www.w3.org/TR/1999/REC-xpath-19991116")
        expression = etree.SubElement(xpath, qualified("ds:XPath"))
        expression.text = "not(ancestor-or-self::saml2p:RequestedAuthnContext)"
        transforms.insert(1, xpath)

    xml = resigned_after(scene, sign_all_but_the_level)
    return scene.read_request(xml.replace(b"LoA/substantial", b"LoA/low"))


@attack("signature_algorithm", "algorithms_are_strong")
def a_signature_with_sha_1(scene: Scene) -> object:
    def weaken(message: Element) -> None:
        find(message, ".//ds:DigestMethod").set("Algorithm", "http://www.w3.org/2000/09/xmldsig#sha1")

    return scene.read_request(resigned_after(scene, weaken))


def resigned_after(scene: Scene, edit: Edit) -> bytes:
    """A request whose signature template is changed, then signed again with the right key."""
    message = parsed(scene.request_xml())
    edit(message)
    refill_by_xmlsec(message, scene.sp.keys)
    return etree.tostring(message)


# The sender and the address


@attack("version", "version_is_supported")
def saml_1_1(scene: Scene) -> object:
    return scene.read_request(scene.edited_request(set_on("", "Version", "1.1")))


@attack("issuer_unknown", "issuer_is_known")
def an_unregistered_provider(scene: Scene) -> object:
    stranger = replace(scene.sp, issuer="https://stranger.example", keys=keys_of("stranger"))
    return scene.read_request(stranger.build_authn_request(Wish(), request_id="ID-1", now=NOW))


def with_issuer(path: str) -> Edit:
    def edit(message: Element) -> None:
        find(message, path).text = "login.evil.pl"

    return edit


@attack("issuer", "issuer_is_expected")
def an_artifact_response_of_another_hub(scene: Scene) -> object:
    return scene.read_response(scene.edited_response(with_issuer("saml2:Issuer")))


@attack("issuer", "issuer_is_expected")
def a_response_of_another_hub(scene: Scene) -> object:
    return scene.read_response(scene.edited_response(with_issuer("saml2p:Response/saml2:Issuer")))


@attack("issuer", "issuer_is_expected")
def an_assertion_of_another_hub(scene: Scene) -> object:
    return replaced_in_assertion(scene, ">symulator.login.gov.pl<", ">login.evil.pl<")


@attack("destination", "destination_is_ours")
def a_request_for_another_hub(scene: Scene) -> object:
    return scene.read_request(scene.edited_request(set_on("", "Destination", "https://login.gov.pl/login/x")))


@attack("destination", "destination_is_ours")
def a_request_for_nobody(scene: Scene) -> object:
    return scene.read_request(scene.edited_request(without("Destination")))


@attack("destination", "destination_is_ours")
def a_response_for_another_address(scene: Scene) -> object:
    return scene.read_response(scene.edited_response(set_on("saml2p:Response", "Destination", "https://evil.pl/acs")))


@attack("issue_instant", "issued_recently")
def an_old_request(scene: Scene) -> object:
    return scene.read_request(scene.request_xml(), NOW + timedelta(hours=1))


@attack("issue_instant", "issued_recently")
def a_request_from_the_future(scene: Scene) -> object:
    return scene.read_request(scene.request_xml(), NOW - timedelta(hours=3))


@attack("replayed", "message_id_is_new")
def a_request_posted_twice(scene: Scene) -> object:
    return scene.hub.read_authn_request(scene.request_xml(), scene.providers, now=NOW, seen_before=lambda _: True)


@attack("in_response_to", "in_response_to_matches")
def an_artifact_response_to_another_resolve(scene: Scene) -> object:
    return scene.read_response(scene.edited_response(set_on("", "InResponseTo", "ID-other")))


@attack("in_response_to", "in_response_to_matches")
def a_response_to_another_request(scene: Scene) -> object:
    return scene.read_response(scene.edited_response(set_on("saml2p:Response", "InResponseTo", "ID-other")))


@attack("in_response_to", "in_response_to_matches")
def an_unsolicited_response(scene: Scene) -> object:
    def edit(message: Element) -> None:
        del find(message, "saml2p:Response").attrib["InResponseTo"]

    return scene.read_response(scene.edited_response(edit))


@attack("in_response_to", "in_response_to_matches")
def an_assertion_for_another_request(scene: Scene) -> object:
    return replaced_in_assertion(scene, 'InResponseTo="ID-request"', 'InResponseTo="ID-other"')


@attack("in_response_to", "in_response_to_matches")
def an_unsolicited_assertion(scene: Scene) -> object:
    return replaced_in_assertion(scene, 'InResponseTo="ID-request"', "")


# The request


@attack("acs_unregistered", "acs_is_registered")
def an_acs_that_only_begins_like_ours(scene: Scene) -> object:
    return scene.read_request(scene.edited_request(set_on("", "AssertionConsumerServiceURL", f"{ACS}.evil.pl")))


@attack("provider_name_missing", "provider_name_is_given")
def no_provider_name_on_integration(scene: Scene) -> object:
    header = Header("ID-1", scene.sp.issuer, NOW)
    xml = build_authn_request(header, f"{HUB}/sso", ACS, Wish(), scene.sp.keys)
    return scene.with_node(INTEGRATION).read_request(xml)


@attack("binding", "binding_is_artifact")
def an_answer_by_post(scene: Scene) -> object:
    return scene.read_request(scene.edited_request(set_on("", "ProtocolBinding", POST_BINDING)))


@attack("comparison", "comparison_is_minimum")
def an_exact_level(scene: Scene) -> object:
    return scene.read_request(scene.edited_request(set_on("saml2p:RequestedAuthnContext", "Comparison", "exact")))


@attack("attribute_unknown", "attributes_are_offered")
def an_attribute_nobody_offers(scene: Scene) -> object:
    gender = f"{NAMESPACES['naturalperson']}/Gender"
    path = "saml2p:Extensions/eidas:RequestedAttributes/eidas:RequestedAttribute"
    return scene.read_request(scene.edited_request(set_on(path, "Name", gender)))


# The artifact


@attack("artifact_foreign", "artifact_is_from_hub")
def an_artifact_of_another_hub(scene: Scene) -> object:
    return scene.sp.build_artifact_resolve(new_artifact("login.evil.pl"), resolve_id=RESOLVE_ID, now=NOW)


@attack("artifact_of_another", "artifact_issued_to")
def an_artifact_of_another_provider(scene: Scene) -> object:
    return redeem(scene, lambda issued: replace(issued, issued_to="https://other.example"))


@attack("artifact_used", "artifact_unused")
def an_artifact_used_twice(scene: Scene) -> object:
    return redeem(scene, lambda issued: replace(issued, used=True))


@attack("artifact_expired", "artifact_is_live")
def a_dead_artifact(scene: Scene) -> object:
    return redeem(scene, lambda issued: replace(issued, issued_at=NOW - timedelta(minutes=5)))


def redeem(scene: Scene, change: Callable[[IssuedArtifact], IssuedArtifact]) -> object:
    resolve = scene.resolve()
    scene.hub.require_redeemable(change(scene.issued(resolve)), resolve, now=NOW)
    return resolve


# The response and its assertion


@attack("status_not_success", "status_is_success")
def a_failure_that_carries_an_assertion(scene: Scene) -> object:
    return scene.read_response(scene.soap_around(scene.assertion(), Status((AUTHN_FAILED,))))


@attack("key_agreement_foreign", "key_agreed_between_us")
def an_assertion_encrypted_for_another_provider(scene: Scene) -> object:
    request = scene.read_request(scene.request_xml())
    answer = Answer(
        Header(new_id(), scene.hub.issuer, NOW), replace(request, issuer="https://other"), scene.assertion(), 32
    )
    header = Header(new_id(), scene.hub.issuer, NOW)
    return scene.read_response(build_artifact_response(header, RESOLVE_ID, Status(), answer, scene.hub.keys))


@attack("confirmation", "confirmation_is_bearer")
def an_assertion_not_for_its_bearer(scene: Scene) -> object:
    return replaced_in_assertion(scene, "2.0:cm:bearer", "2.0:cm:sender-vouches")


@attack("audience", "audience_is_ours")
def an_assertion_for_another_audience(scene: Scene) -> object:
    return replaced_in_assertion(scene, "Audience>https://ikp.example<", "Audience>https://other.example<")


@attack("recipient", "recipient_is_ours")
def an_assertion_for_another_recipient(scene: Scene) -> object:
    return replaced_in_assertion(scene, f'Recipient="{ACS}"', 'Recipient="https://other.example/acs"')


@attack("outside_time", "assertion_within_time")
def an_assertion_from_the_future(scene: Scene) -> object:
    return scene.read_response(scene.response_soap(), NOW - scene.sp.skew - SECOND)


@attack("outside_time", "assertion_within_time")
def an_expired_assertion(scene: Scene) -> object:
    return scene.read_response(scene.response_soap(), NOW + timedelta(minutes=50) + scene.sp.skew)


@attack("outside_time", "assertion_within_time")
def an_expired_confirmation(scene: Scene) -> object:
    return replaced_in_assertion(
        scene, 'NotOnOrAfter="2026-11-22T12:50:00.000Z" Recip', 'NotOnOrAfter="2026-11-22T11:00:00Z" Recip'
    )


@attack("level_too_low", "level_is_enough")
def a_lower_level_than_asked(scene: Scene) -> object:
    return scene.read_response(scene.response_soap(), minimum=Level.HIGH)


@attack("replayed", "assertion_not_replayed")
def a_replayed_assertion(scene: Scene) -> object:
    return scene.read_response(scene.response_soap(), seen=True)


# Logout


@attack("outside_time", "logout_is_in_time")
def an_expired_logout_request(scene: Scene) -> object:
    soap = scene.hub.build_logout_request(scene.sp.logout_url, "patient-1", None, request_id="ID-1", now=NOW)
    envelope = parsed(soap)
    message = find(envelope, "soap:Body/saml2p:LogoutRequest")
    unsign(message)
    message.set("NotOnOrAfter", "2026-11-22T11:00:00Z")
    sign(message, scene.hub.keys)
    return scene.sp.read_logout_request(etree.tostring(envelope), now=NOW, seen_before=lambda _: False)
