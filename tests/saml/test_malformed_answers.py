"""What is told of an answer, or of an envelope, of another form: which part, and what stands there instead."""

from collections.abc import Callable

import pytest

from tests.saml.attacks.registry import set_on
from tests.saml.editing import gone, malformed, refusal, text
from tests.saml.scene import NOW, RESOLVE_ID, Edit, SamlScene

ENCRYPTED = "saml2p:Response/saml2:EncryptedAssertion/xenc:EncryptedData"
AGREED = f"{ENCRYPTED}/ds:KeyInfo/xenc:EncryptedKey/ds:KeyInfo/xenc:AgreementMethod"
KDF = f"{AGREED}/xenc11:KeyDerivationMethod/xenc11:ConcatKDFParams"
UNREADABLE = "the assertion does not decrypt: it was altered, or encrypted to another key"


@pytest.mark.parametrize(
    ("edit", "detail"),
    [
        (gone("saml2p:Status"), "expected saml2p:Status in ArtifactResponse, got nothing"),
        (gone("saml2p:Status/saml2p:StatusCode"), "expected saml2p:StatusCode in Status, got nothing"),
        (gone("saml2p:Response/saml2p:Status"), "expected saml2p:Status in Response, got nothing"),
        (
            gone("saml2p:Response/saml2:EncryptedAssertion"),
            "expected saml2:EncryptedAssertion in Response, got nothing",
        ),
        (gone(f"{ENCRYPTED}/xenc:EncryptionMethod"), "expected xenc:EncryptionMethod in EncryptedData, got nothing"),
        (gone(f"{AGREED}/xenc:OriginatorKeyInfo"), "expected xenc:OriginatorKeyInfo in AgreementMethod, got nothing"),
        (
            gone(f"{AGREED}/xenc:OriginatorKeyInfo/ds:KeyValue"),
            "expected ds:KeyValue in OriginatorKeyInfo, got nothing",
        ),
        (
            gone(f"{AGREED}/xenc:OriginatorKeyInfo/ds:KeyValue/dsig11:ECKeyValue"),
            "expected dsig11:ECKeyValue in KeyValue, got nothing",
        ),
        (set_on(KDF, "PartyUInfo", "xyz"), "a ConcatKDF parameter is not hex of text"),
        (
            set_on(KDF, "PartyVInfo", "0000000541"),
            "a ConcatKDF parameter does not begin with the length of its text",
        ),
        (gone(f"{ENCRYPTED}/xenc:CipherData"), "expected xenc:CipherData in EncryptedData, got nothing"),
    ],
)
def test_a_response(scene: SamlScene, edit: Edit, detail: str) -> None:
    assert malformed(lambda: scene.read_response(scene.edited_response(edit))) == detail


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (f"{ENCRYPTED}/xenc:EncryptionMethod", "http://www.w3.org/2009/xmlenc11#aes256-gcm"),
        (
            f"{ENCRYPTED}/ds:KeyInfo/xenc:EncryptedKey/xenc:EncryptionMethod",
            "http://www.w3.org/2001/04/xmlenc#kw-aes256",
        ),
        (AGREED, "http://www.w3.org/2009/xmlenc11#ECDH-ES"),
        (f"{AGREED}/xenc11:KeyDerivationMethod", "http://www.w3.org/2009/xmlenc11#ConcatKDF"),
        (f"{KDF}/ds:DigestMethod", "http://www.w3.org/2001/04/xmlenc#sha256"),
    ],
)
def test_another_algorithm_is_told_with_the_right_one(scene: SamlScene, path: str, expected: str) -> None:
    refused = refusal(lambda: scene.read_response(scene.edited_response(set_on(path, "Algorithm", "urn:weak"))))
    assert refused.detail == f"algorithm: expected '{expected}', got 'urn:weak'"


@pytest.mark.parametrize(
    "edit",
    [
        text(f"{AGREED}/xenc:OriginatorKeyInfo/ds:KeyValue/dsig11:ECKeyValue/dsig11:PublicKey", "BAAA"),
        text(f"{ENCRYPTED}/ds:KeyInfo/xenc:EncryptedKey/xenc:CipherData/xenc:CipherValue", "A" * 64),
        text(f"{ENCRYPTED}/xenc:CipherData/xenc:CipherValue", "A" * 64),
    ],
    ids=["point", "key", "content"],
)
def test_what_does_not_decrypt_is_told_alike(scene: SamlScene, edit: Edit) -> None:
    refused = refusal(lambda: scene.read_response(scene.edited_response(edit)))
    assert (refused.code, refused.detail) == ("decryption_failed", UNREADABLE)


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        ("", "expected one message in the SOAP body, got 0"),
        ("<s:Fault/><s:Fault/>", "expected one message in the SOAP body, got 2"),
        ("<s:Fault/>", "expected saml2p:ArtifactResponse, got Fault"),
    ],
)
def test_an_envelope(scene: SamlScene, content: str, detail: str) -> None:
    soap = f'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>{content}</s:Body></s:Envelope>'
    assert malformed(lambda: scene.read_response(soap.encode())) == detail
    bare = soap.replace("s:Body", "s:Part")
    assert malformed(lambda: scene.read_response(bare.encode())) == "expected soap:Body in Envelope, got nothing"
    other = soap.replace("s:Envelope", "s:Letter")
    assert malformed(lambda: scene.read_response(other.encode())) == "expected soap:Envelope, got Letter"


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("saml2p:AuthnRequest", lambda scene, xml: scene.read_request(xml)),
        ("soap:Envelope", lambda scene, xml: scene.hub.read_artifact_resolve(xml, {}, now=NOW)),
        ("soap:Envelope", lambda scene, xml: scene.hub.read_logout_request(xml, {}, now=NOW)),
        ("soap:Envelope", lambda scene, xml: scene.sp.read_logout_response(xml, request_id="ID-1")),
    ],
    ids=["AuthnRequest", "ArtifactResolve", "LogoutRequest", "LogoutResponse"],
)
def test_something_else_altogether(scene: SamlScene, name: str, read: Callable[[SamlScene, bytes], object]) -> None:
    assert malformed(lambda: read(scene, b"<hello/>")) == f"expected {name}, got hello"


def test_a_message_of_another_kind(scene: SamlScene) -> None:
    resolve = scene.sp.build_artifact_resolve(scene.hub.new_artifact(), resolve_id=RESOLVE_ID, now=NOW)
    logout = scene.sp.build_logout_request("patient-1", "_ID-1", request_id="ID-logout", now=NOW)
    told = {
        "expected saml2p:LogoutRequest, got ArtifactResolve": lambda: scene.hub.read_logout_request(
            resolve, scene.providers, now=NOW
        ),
        "expected saml2p:LogoutResponse, got LogoutRequest": lambda: scene.sp.read_logout_response(
            logout, request_id="ID-logout"
        ),
        "expected saml2p:ArtifactResolve, got LogoutRequest": lambda: scene.hub.read_artifact_resolve(
            logout, scene.providers, now=NOW
        ),
    }
    for detail, read in told.items():
        assert malformed(read) == detail
