"""Signatures of others are accepted; what only looks like one is refused."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP384R1, generate_private_key
from lxml import etree

from mock_server.saml import KeyPair, SamlRefused
from mock_server.saml.keys import certify
from mock_server.saml.names import ECDSA_SHA256, RSA_SHA256, qualified
from mock_server.saml.signature_values import is_signature_of, signature_value
from mock_server.saml.xml import Element
from tests.saml.editing import gone
from tests.saml.scene import NOW, REQUEST_ID, RESOLVE_ID, SamlScene, find, keys_of, parsed, text_at, unsign
from tests.saml.signers import sign_by_xmlsec, signed_by_signxml

Signer = Callable[[Element, KeyPair], Element]
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def by_xmlsec(message: Element, keys: KeyPair) -> Element:
    sign_by_xmlsec(message, keys, ("saml2",), ("ds",))
    return message


@pytest.mark.parametrize("signer", [signed_by_signxml, by_xmlsec])
@pytest.mark.parametrize("rsa", [False, True], ids=["ecdsa", "rsa"])
def test_a_request_another_library_signed_is_accepted(
    scene: SamlScene, rsa_keys: KeyPair, signer: Signer, rsa: bool
) -> None:
    keys = rsa_keys if rsa else scene.sp.keys
    scene = replace(scene, sp=replace(scene.sp, keys=keys, decryption_keys=keys_of("decryption")))
    message = parsed(scene.request_xml())
    unsign(message)
    signed = etree.tostring(signer(message, keys))
    assert scene.read_request(signed).id == REQUEST_ID
    with pytest.raises(SamlRefused, match="signature_invalid"):
        scene.read_request(signed.replace(b'ForceAuthn="true"', b'ForceAuthn="false"'))


def test_a_resolve_xmlsec_signed_in_its_envelope_is_accepted(scene: SamlScene) -> None:
    envelope = parsed(scene.sp.build_artifact_resolve(scene.hub.new_artifact(), resolve_id=RESOLVE_ID, now=NOW))
    message = find(envelope, "soap:Body")[0]
    unsign(message)
    sign_by_xmlsec(message, scene.sp.keys, ("soap", "saml2p"))
    assert scene.hub.read_artifact_resolve(etree.tostring(envelope), scene.providers, now=NOW).id == RESOLVE_ID


@pytest.mark.parametrize(
    "value",
    [b"", bytes(64), bytes(63), bytes(65), b"\xff" * 64, P256_ORDER.to_bytes(32, "big") * 2],
    ids=["none", "zeroes", "short", "long", "ones", "order"],
)
def test_a_value_that_is_no_signature_is_none(value: bytes) -> None:
    assert not is_signature_of(value, b"data", ECDSA_SHA256, keys_of("k").certificate)


def test_an_ecdsa_value_has_64_bytes_and_no_other_form() -> None:
    keys = keys_of("k")
    for at in range(300):  # r or s begins with a zero byte in one of 128
        value = signature_value(at.to_bytes(2, "big"), keys)
        assert len(value) == 64
        assert is_signature_of(value, at.to_bytes(2, "big"), ECDSA_SHA256, keys.certificate)
    padded = b"\0" + value[:32] + b"\0" + value[32:]
    assert not is_signature_of(padded, (299).to_bytes(2, "big"), ECDSA_SHA256, keys.certificate)


def test_a_method_goes_with_its_own_kind_of_key_only(rsa_keys: KeyPair) -> None:
    ec_keys = keys_of("k")
    assert is_signature_of(signature_value(b"x", rsa_keys), b"x", RSA_SHA256, rsa_keys.certificate)
    assert not is_signature_of(signature_value(b"x", rsa_keys), b"x", ECDSA_SHA256, rsa_keys.certificate)
    assert not is_signature_of(signature_value(b"x", ec_keys), b"x", RSA_SHA256, ec_keys.certificate)
    assert not is_signature_of(signature_value(b"x", ec_keys), b"x", None, ec_keys.certificate)
    off_curve = certify(generate_private_key(SECP384R1()), "off curve", NOW)
    assert not is_signature_of(bytes(96), b"x", ECDSA_SHA256, off_curve.certificate)


def add_to(path: str, name: str) -> Callable[[Element], None]:
    def edit(message: Element) -> None:
        etree.SubElement(find(message, path), qualified(name))

    return edit


def set_text(path: str, change: Callable[[str], str]) -> Callable[[Element], None]:
    def edit(message: Element) -> None:
        find(message, path).text = change(text_at(message, path))

    return edit


def flipped(text: str) -> str:
    data = bytearray(b64decode(text))
    data[-1] ^= 1
    return b64encode(bytes(data)).decode()


INFO = "ds:Signature/ds:SignedInfo"
TRANSFORMS = f"{INFO}/ds:Reference/ds:Transforms"
DIGEST, VALUE = f"{INFO}/ds:Reference/ds:DigestValue", "ds:Signature/ds:SignatureValue"


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        pytest.param(set_text(VALUE, flipped), "signature_invalid", id="value altered"),
        pytest.param(set_text(VALUE, lambda _: ""), "signature_invalid", id="no value"),
        pytest.param(set_text(VALUE, lambda _: "!"), "malformed", id="value no base64"),
        pytest.param(set_text(DIGEST, flipped), "signature_invalid", id="digest altered"),
        pytest.param(set_text(DIGEST, lambda _: "?"), "signature_invalid", id="digest no base64"),
        pytest.param(gone(VALUE), "malformed", id="value gone"),
        pytest.param(gone(DIGEST), "signature_invalid", id="digest gone"),
        pytest.param(gone(INFO), "malformed", id="info gone"),
        pytest.param(gone(f"{INFO}/ds:Reference"), "signature_wraps", id="reference gone"),
        pytest.param(gone(TRANSFORMS), "malformed", id="transforms gone"),
        pytest.param(gone(f"{TRANSFORMS}/ds:Transform"), "signature_transforms", id="transform gone"),
        pytest.param(
            add_to(TRANSFORMS, "ds:Transform"),
            "signature_transforms",
            id="transform more",
        ),
        pytest.param(add_to(INFO, "ds:Reference"), "signature_wraps", id="reference more"),
        pytest.param(add_to(f"{INFO}/ds:SignatureMethod", "ds:HMACOutputLength"), "malformed", id="method with a part"),
        pytest.param(add_to("ds:Signature", "ds:Manifest"), "malformed", id="manifest"),
        pytest.param(add_to("ds:Signature", "ds:SignedInfo"), "malformed", id="second info"),
        pytest.param(add_to("ds:Signature", "ds:SignatureValue"), "malformed", id="second value"),
    ],
)
def test_a_signature_tampered_with_is_refused(scene: SamlScene, edit: Callable[[Element], None], code: str) -> None:
    message = parsed(scene.request_xml())
    edit(message)
    with pytest.raises(SamlRefused) as refused:
        scene.read_request(etree.tostring(message))
    assert refused.value.code == code


def test_white_space_in_values_changes_nothing(scene: SamlScene) -> None:
    message = parsed(scene.request_xml())
    set_text(VALUE, lambda text: f"\n{text[:40]}\n {text[40:]} ")(message)
    assert scene.read_request(etree.tostring(message)).id == REQUEST_ID


def test_any_registered_certificate_may_have_signed(scene: SamlScene) -> None:
    provider = replace(
        scene.sp.as_provider(), signing_certificates=(keys_of("first").certificate, scene.sp.keys.certificate)
    )
    providers = {provider.issuer: provider}
    assert scene.hub.read_authn_request(scene.request_xml(), providers, now=NOW).id == REQUEST_ID
    silent = parsed(scene.request_xml())
    gone("ds:Signature/ds:KeyInfo")(silent)
    assert scene.hub.read_authn_request(etree.tostring(silent), providers, now=NOW).id == REQUEST_ID


def test_an_empty_reference_covers_no_message_in_an_envelope(scene: SamlScene) -> None:
    envelope = parsed(scene.sp.build_artifact_resolve(scene.hub.new_artifact(), resolve_id=RESOLVE_ID, now=NOW))
    find(envelope, ".//ds:Reference").set("URI", "")
    with pytest.raises(SamlRefused) as refused:
        scene.hub.read_artifact_resolve(etree.tostring(envelope), scene.providers, now=NOW)
    told = f"expected the signature of ArtifactResolve to cover '#{RESOLVE_ID}', got ['']"
    assert str(refused.value) == f"signature_wraps: {told}"


@pytest.mark.parametrize("part", ["CanonicalizationMethod", "SignatureMethod"])
def test_another_algorithm_is_told(scene: SamlScene, part: str) -> None:
    message = parsed(scene.request_xml())
    find(message, f"{INFO}/ds:{part}").set("Algorithm", "urn:weak")
    got = {
        "CanonicalizationMethod": "http://www.w3.org/2001/10/xml-exc-c14n#",
        "SignatureMethod": "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
    } | {part: "urn:weak"}
    with pytest.raises(SamlRefused) as refused:
        scene.read_request(etree.tostring(message))
    told = f"got {[*got.values(), 'http://www.w3.org/2001/04/xmlenc#sha256']}"
    assert refused.value.detail == f"expected exclusive C14N, ECDSA-SHA256 or RSA-SHA256, and SHA-256; {told}"
