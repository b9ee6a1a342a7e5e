"""What is told of a request of another form: which part, and what stands there instead."""

from dataclasses import replace

import pytest
from lxml import etree

from mock_server.saml import decode_posted
from tests.saml.attacks.registry import set_on
from tests.saml.editing import gone, inside, malformed, refusal, text, twice
from tests.saml.scene import NOW, Edit, SamlScene, parsed, without

INSTANT = "an instant is not an xs:dateTime such as 2026-01-31T12:00:00Z"
LOA = "http://eidas.europa.eu/LoA"
SIGNED = "ds:Signature/ds:SignedInfo"


@pytest.mark.parametrize(
    ("edit", "detail"),
    [
        (gone("saml2:Issuer"), "expected saml2:Issuer in AuthnRequest, got nothing"),
        (twice("saml2:Issuer"), "expected one saml2:Issuer, got 2"),
        (inside("saml2:Issuer"), "expected only text in Issuer"),
        (without("IssueInstant"), "expected IssueInstant on AuthnRequest, got nothing"),
        (set_on("", "IssueInstant", "2026-11-22"), INSTANT),
        (set_on("", "ForceAuthn", "yes"), "ForceAuthn: expected 'false' or 'true', got 'yes'"),
        (set_on("", "IsPassive", ""), "IsPassive: expected 'false' or 'true', got ''"),
        (
            set_on("saml2p:Extensions/eidas:RequestedAttributes/eidas:RequestedAttribute", "isRequired", "tru"),
            "isRequired: expected 'false' or 'true', got 'tru'; nearest is 'true'",
        ),
        (twice("saml2p:Extensions"), "expected one saml2p:Extensions, got 2"),
        (twice("saml2p:Extensions/eidas:SPType"), "expected one eidas:SPType, got 2"),
        (
            twice("saml2p:Extensions/eidas:RequestedAttributes"),
            "expected one eidas:RequestedAttributes, got 2",
        ),
        (twice("saml2p:RequestedAuthnContext"), "expected one saml2p:RequestedAuthnContext, got 2"),
    ],
)
def test_a_request(scene: SamlScene, edit: Edit, detail: str) -> None:
    assert malformed(lambda: scene.read_request(scene.edited_request(edit))) == detail


def test_a_level_nobody_knows_is_told_with_all_there_are(scene: SamlScene) -> None:
    edit = text("saml2p:RequestedAuthnContext/saml2:AuthnContextClassRef", f"{LOA}/hihg")
    refused = refusal(lambda: scene.read_request(scene.edited_request(edit)))
    assert refused.detail == (
        f"level of assurance: expected '{LOA}/high' or '{LOA}/low' or '{LOA}/substantial', got '{LOA}/hihg'; "
        f"nearest is '{LOA}/high'"
    )
    tc = "urn:oasis:names:tc:SAML:2.0:status"
    assert (refused.code, refused.status) == ("level_unknown", (f"{tc}:Requester", f"{tc}:NoAuthnContext"))


@pytest.mark.parametrize(
    ("edit", "detail"),
    [
        (without("ID"), "expected ID on AuthnRequest, got nothing"),
        (gone(f"{SIGNED}/ds:SignatureMethod"), "expected ds:SignatureMethod in SignedInfo, got nothing"),
        (gone(f"{SIGNED}/ds:CanonicalizationMethod"), "expected ds:CanonicalizationMethod in SignedInfo, got nothing"),
        (gone(f"{SIGNED}/ds:Reference/ds:DigestMethod"), "expected ds:DigestMethod in Reference, got nothing"),
        (gone("ds:Signature/ds:SignatureValue"), "expected ds:SignatureValue in Signature, got nothing"),
        (gone(SIGNED), "expected ds:SignedInfo in Signature, got nothing"),
        (text("ds:Signature/ds:SignatureValue", "?"), "expected base64, got something else"),
        (inside(f"{SIGNED}/ds:SignatureMethod"), "expected no inner in SignatureMethod of a signature"),
        (inside("ds:Signature"), "expected no inner in Signature of a signature"),
        (inside(f"{SIGNED}/ds:Reference/ds:Transforms"), "expected no inner in Transforms of a signature"),
        (
            text("ds:Signature/ds:KeyInfo/ds:X509Data/ds:X509Certificate", "AAAA"),
            "the certificate in the signature cannot be read",
        ),
    ],
)
def test_a_signature(scene: SamlScene, edit: Edit, detail: str) -> None:
    message = parsed(scene.request_xml())
    edit(message)
    assert malformed(lambda: scene.read_request(etree.tostring(message))) == detail


def test_two_signatures_are_one_too_many(scene: SamlScene) -> None:
    message = parsed(scene.request_xml())
    twice("ds:Signature")(message)
    refused = refusal(lambda: scene.read_request(etree.tostring(message)))
    assert (refused.code, refused.detail) == ("unsigned", "expected one signature in AuthnRequest, got 2")


def test_a_form_field_that_is_no_base64() -> None:
    told = "expected plain base64 in SAMLRequest, got something else"
    assert malformed(lambda: decode_posted("<xml>")) == told
    assert malformed(lambda: decode_posted("PGE+PC9hPg=")) == told
    assert malformed(lambda: decode_posted("PGE+-PC9hPg==")) == told


def test_a_stranger_without_a_certificate_in_lenient_mode(scene: SamlScene) -> None:
    message = parsed(scene.request_xml())
    gone("ds:Signature/ds:KeyInfo")(message)
    lenient = replace(scene.hub, lenient=True)
    refused = refusal(lambda: lenient.read_authn_request(etree.tostring(message), {}, now=NOW))
    assert (refused.code, refused.detail) == (
        "unsigned",
        "https://ikp.example is not registered, and its message carries no certificate to go by",
    )
