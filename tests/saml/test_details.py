"""What the other side is told of every attack: the whole sentence, and the status codes it is answered with."""

import re
from dataclasses import replace
from hashlib import sha1, sha256
from itertools import count

import pytest

from mock_server.check.login import stranger
from mock_server.saml import SamlRefused
from tests.saml.attacks import ATTACKS, Attack
from tests.saml.attacks.answers import reading
from tests.saml.scene import SamlScene, keys_of

PERSON = "http://eidas.europa.eu/attributes/naturalperson"
DSIG = "http://www.w3.org/2000/09/xmldsig"
C14N = "http://www.w3.org/2001/10/xml-exc-c14n#"
TC = "urn:oasis:names:tc:SAML:2.0"
DESTINATION = "Destination: expected 'https://symulator.login.gov.pl/sso', got "
ISSUER = "Issuer: expected 'symulator.login.gov.pl', got 'login.evil.pl'"
ONCE = "expected every ID once, got one on two elements"
NO_DTD = "expected no DTD, got a document with one"


def prints(owner: str) -> str:
    return sha256(keys_of(owner).certificate.der).hexdigest()


def source_id(issuer: str) -> str:
    return sha1(issuer.encode(), usedforsecurity=False).hexdigest()


DETAILS = {
    "a_condition_that_nobody_knows": (
        "expected conditions that are known, got '{urn:oasis:names:tc:SAML:2.0:assertion}Condition'"
    ),
    "an_answer_from_before_the_question": (
        "IssueInstant: expected from 2026-11-22T12:01:01.000Z until 2026-11-22T12:02:00.000Z, skew 0:01:00, "
        "got 2026-11-22T12:00:00.000Z"
    ),
    "a_login_from_before_the_question": (
        "AuthnInstant: expected from 2026-11-22T12:00:00.000Z until 2026-11-22T12:00:00.000Z, skew 0:01:00, "
        "got 2026-11-22T11:58:00.000Z"
    ),
    "a_login_whose_session_is_over": (
        "the hub's session is over since 2026-11-22T12:00:00Z; it is 2026-11-22T12:00:00.000Z"
    ),
    "a_pesel_that_nobody_has": "the check digit of the PESEL does not agree",
    "a_pesel_of_somebody_born_on_another_day": ("the PESEL is of somebody born on another day than DateOfBirth says"),
    "saml_1_1": "Version: expected '2.0', got '1.1'",
    "an_unregistered_provider": "Issuer: expected 'https://ikp.example', got 'https://stranger.example'",
    "an_artifact_response_of_another_hub": ISSUER,
    "a_response_of_another_hub": ISSUER,
    "an_assertion_of_another_hub": ISSUER,
    "a_request_for_another_hub": f"{DESTINATION}'https://login.gov.pl/login/x'",
    "a_request_for_nobody": f"{DESTINATION}nothing",
    "a_response_for_another_address": (
        "Destination: expected 'https://ikp.example/saml/acs', got 'https://other.example/acs'"
    ),
    "an_index_that_is_nobodys": "AssertionConsumerServiceIndex of https://ikp.example: expected '0', got '7'",
    "an_old_request": (
        "your IssueInstant 2026-11-22T12:00:00.000Z is 3600 s behind the hub's clock, which shows "
        "2026-11-22T13:00:00.000Z: expected from 2026-11-22T12:54:00.000Z to 2026-11-22T15:01:00.000Z"
    ),
    "a_request_from_the_future": (
        "your IssueInstant 2026-11-22T12:00:00.000Z is 10800 s ahead of the hub's clock, which shows "
        "2026-11-22T09:00:00.000Z: expected from 2026-11-22T08:54:00.000Z to 2026-11-22T11:01:00.000Z"
    ),
    "a_request_posted_twice": "expected a new ID, got 'ID-request' again",
    "an_artifact_response_to_another_resolve": (
        "InResponseTo of ArtifactResponse: expected 'ID-resolve', got 'ID-nobody-has-asked-for-this'"
    ),
    "a_response_to_another_request": (
        "InResponseTo of Response: expected 'ID-request', got 'ID-nobody-has-asked-for-this'"
    ),
    "an_unsolicited_response": "InResponseTo of Response: expected 'ID-request', got nothing",
    "an_assertion_for_another_request": (
        "InResponseTo of SubjectConfirmationData: expected 'ID-request', got 'ID-nobody-has-asked-for-this'"
    ),
    "an_unsolicited_assertion": "InResponseTo of SubjectConfirmationData: expected 'ID-request', got nothing",
    "an_artifact_of_another_hub": (
        f"source ID: expected '{source_id('symulator.login.gov.pl')} (symulator.login.gov.pl)', "
        f"got '{source_id('login.evil.pl')}'"
    ),
    "an_artifact_of_another_provider": (
        "provider the artifact was issued to: expected 'https://other.example', got 'https://ikp.example'"
    ),
    "an_artifact_by_a_key_that_did_not_ask": (
        "certificate the login was asked for with (SHA-256): "
        f"expected '{prints('asker')}', got '{prints('ikp.example')}'"
    ),
    "an_artifact_used_twice": "expected an unused artifact, got a used one",
    "a_dead_artifact": "expected before 2026-11-22T12:00:00.000Z, got 2026-11-22T12:00:00.000Z",
    "a_dtd": NO_DTD,
    "a_dtd_in_a_request": NO_DTD,
    "two_elements_of_one_id": ONCE,
    "an_expired_logout_request": ("valid until 2026-11-22T11:00:00Z, skew 0:01:00; it is 2026-11-22T12:00:00.000Z"),
    "an_acs_that_only_begins_like_ours": (
        "AssertionConsumerServiceURL of https://ikp.example: expected 'https://ikp.example/saml/acs', "
        "got 'https://ikp.example/saml/acs.evil.pl'"
    ),
    "no_provider_name_on_integration": ("expected a ProviderName, which the integration node enforces, got nothing"),
    "an_answer_by_post": (f"ProtocolBinding: expected '{TC}:bindings:HTTP-Artifact', got '{TC}:bindings:HTTP-POST'"),
    "an_exact_level": "Comparison of RequestedAuthnContext: expected 'minimum', got 'exact'",
    "an_attribute_nobody_offers": (
        f"RequestedAttribute: expected '{PERSON}/CurrentFamilyName' or '{PERSON}/CurrentGivenName' or "
        f"'{PERSON}/DateOfBirth' or '{PERSON}/PersonIdentifier', got '{PERSON}/Gender'; "
        f"nearest is '{PERSON}/DateOfBirth'"
    ),
    "a_failure_that_carries_an_assertion": "the peer answered AuthnFailed: nothing",
    "an_assertion_encrypted_for_another_provider": (
        "expected a key agreed between ('symulator.login.gov.pl', 'https://ikp.example'), "
        "got ('symulator.login.gov.pl', 'https://other.example')"
    ),
    "an_assertion_not_for_its_bearer": (
        f"confirmation method: expected '{TC}:cm:bearer', got '{TC}:cm:sender-vouches'"
    ),
    "an_assertion_for_another_audience": "expected Audience 'https://ikp.example', got ['https://other.example']",
    "an_assertion_for_another_recipient": (
        "Recipient: expected 'https://ikp.example/saml/acs', got 'https://other.example/acs'"
    ),
    "an_assertion_from_the_future": (
        "valid from 2026-11-22T12:01:01.000Z until 2026-11-22T12:50:00.000Z, skew 0:01:00; "
        "it is 2026-11-22T12:00:00.000Z"
    ),
    "an_expired_assertion": (
        "valid from 2026-11-22T12:00:00.000Z until 2026-11-22T11:58:59.000Z, skew 0:01:00; "
        "it is 2026-11-22T12:00:00.000Z"
    ),
    "an_expired_confirmation": (
        "valid from any time until 2026-11-22T11:58:59.000Z, skew 0:01:00; it is 2026-11-22T12:00:00.000Z"
    ),
    "a_lower_level_than_asked": "expected a level of at least substantial, got low",
    "a_replayed_assertion": "expected a new assertion, got '_ID-1' again",
    "an_unsigned_response": "expected one signature in ArtifactResponse, got 0",
    "an_unsigned_request": "expected one signature in AuthnRequest, got 0",
    "a_response_signed_by_a_stranger": (
        "SHA-256 fingerprint of the certificate that signed ArtifactResponse: "
        f"expected '{prints('symulator.login.gov.pl')}', got '{stranger().certificate.fingerprint}'"
    ),
    "a_request_signed_by_a_stranger": (
        "SHA-256 fingerprint of the certificate that signed AuthnRequest: "
        f"expected '{prints('ikp.example')}', got '{prints('stranger')}'"
    ),
    "a_request_altered_after_signing": (
        "the signature of AuthnRequest does not verify: it was altered, or signed with another key"
    ),
    "a_response_altered_after_signing": (
        "the signature of ArtifactResponse does not verify: it was altered, or signed with another key"
    ),
    "a_signature_that_leaves_a_part_out": (
        f"expected {DSIG}#enveloped-signature, {C14N}; got ['{DSIG}#enveloped-signature', "
        f"'http://www.w3.org/TR/1999/REC-xpath-19991116', '{C14N}']"
    ),
    "a_signature_with_sha_1": (
        "expected exclusive C14N, ECDSA-SHA256 or RSA-SHA256, and SHA-256; "
        f"got ['{C14N}', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256', '{DSIG}#sha1']"
    ),
}
"""The huge message has a test of its own, in test_xml.py: how long it is depends on its signature."""

CODES = {
    "saml_1_1": ("VersionMismatch",),
    "a_request_posted_twice": ("Requester",),
    "no_provider_name_on_integration": ("Requester",),
    "an_answer_by_post": ("Requester", "UnsupportedBinding"),
    "an_exact_level": ("Requester", "NoAuthnContext"),
    "an_attribute_nobody_offers": ("Requester", "InvalidAttrNameOrValue"),
    "a_failure_that_carries_an_assertion": ("AuthnFailed",),
    "a_lower_level_than_asked": ("Requester", "NoAuthnContext"),
}
"""Where they are others than Requester, RequestDenied."""

WRAPPINGS = {
    "wrap.a2:signed": r"expected the signature of ArtifactResponse to cover '#ID-[\w-]+', got \['#ID-[\w-]+'\]",
    "wrap.r2:signed": r"expected the signature of Response to cover '#ID-[\w-]+', got \['#ID-[\w-]+'\]",
    "wrap.r3:signed": "expected one saml2p:Response, got 2",
    "wrap.r4:signed": "expected one signature in Response, got 0",
    "wrap.r6:signed": "expected no Response in Signature of a signature",
    "wrap.r7:forged-signed": ONCE,
    "wrap.r8:signed": r"expected the signature of Response to cover '#ID-[\w-]+', got \['#ID-[\w-]+'\]",
    "wrap.same_id:signed": ONCE,
}


@pytest.fixture
def counting(scene: SamlScene) -> SamlScene:
    """The scene with a hub whose IDs are known."""
    ids = count(1)
    hub = replace(scene.hub, new_message_id=lambda: f"ID-{next(ids)}", new_assertion_id=lambda: "_ID-1")
    return replace(scene, hub=hub)


def test_every_attack_has_its_sentence() -> None:
    assert DETAILS.keys() | {"a_huge_message"} == {attack.name for attack in ATTACKS}


@pytest.mark.parametrize(
    "attack", [pytest.param(attack, id=attack.name) for attack in ATTACKS if attack.name in DETAILS]
)
def test_a_refusal_tells_what_was_expected_and_what_came(counting: SamlScene, attack: Attack) -> None:
    with pytest.raises(SamlRefused) as refused:
        attack.run(counting)
    assert str(refused.value) == f"{attack.code}: {DETAILS[attack.name]}"
    assert refused.value.detail == DETAILS[attack.name]
    codes = CODES.get(attack.name, ("Requester", "RequestDenied"))
    assert refused.value.status == tuple(f"{TC}:status:{code}" for code in codes)


@pytest.mark.parametrize("shape", WRAPPINGS)
def test_a_wrapped_signature_is_told_with_the_ids(scene: SamlScene, shape: str) -> None:
    with pytest.raises(SamlRefused) as refused:
        reading(shape)(scene)
    assert re.fullmatch(WRAPPINGS[shape], refused.value.detail)
