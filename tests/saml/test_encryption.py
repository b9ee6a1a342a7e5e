"""The encryption, opened by a second path: XML-Enc 1.1 and NIST SP 800-56A spelled out from primitives."""

import hashlib
from base64 import b64decode
from contextlib import nullcontext
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap
from lxml import etree

from mock_server.saml import NODE_PROFILES, SamlRefused
from mock_server.saml.encryption import decrypt, kdf_parameter, read_kdf_parameter
from mock_server.saml.names import NAMESPACES
from mock_server.saml.xml import Element
from tests.saml.scene import PATIENT, SamlScene, find, keys_of, parsed, text_at

# As published in the real hub's messages.
ALGORITHM_ID = "0000002A687474703A2F2F7777772E77332E6F72672F323030312F30342F786D6C656E63236B772D616573323536"
INTEGRATION_PARTY_U = "00000010696E742E6C6F67696E2E676F762E706C"


def test_the_published_hex_form() -> None:
    assert kdf_parameter("http://www.w3.org/2001/04/xmlenc#kw-aes256") == ALGORITHM_ID
    assert kdf_parameter("int.login.gov.pl") == INTEGRATION_PARTY_U
    assert read_kdf_parameter(INTEGRATION_PARTY_U) == "int.login.gov.pl"


@pytest.mark.parametrize("value", ["xyz", "00", "0000000541", "00000001FF"])
def test_a_parameter_of_another_form_is_malformed(value: str) -> None:
    with pytest.raises(SamlRefused) as refused:
        read_kdf_parameter(value)
    assert refused.value.code == "malformed"


def decrypted_by_hand(encrypted: Element, private_key: ec.EllipticCurvePrivateKey) -> tuple[bytes, int]:
    """The plain bytes, and how many bytes the content key has."""
    agreement = find(encrypted, "ds:KeyInfo/xenc:EncryptedKey/ds:KeyInfo/xenc:AgreementMethod")
    point = b64decode(text_at(agreement, ".//dsig11:PublicKey"))
    assert (len(point), point[0]) == (65, 4)
    numbers = ec.EllipticCurvePublicNumbers(
        int.from_bytes(point[1:33], "big"), int.from_bytes(point[33:], "big"), ec.SECP256R1()
    )
    secret = private_key.exchange(ec.ECDH(), numbers.public_key())
    kdf = find(agreement, ".//xenc11:ConcatKDFParams")
    other_info = bytes.fromhex("".join(str(kdf.get(name)) for name in ("AlgorithmID", "PartyUInfo", "PartyVInfo")))
    key_encryption_key = hashlib.sha256((1).to_bytes(4, "big") + secret + other_info).digest()
    wrapped = b64decode(text_at(encrypted, "ds:KeyInfo/xenc:EncryptedKey/xenc:CipherData/xenc:CipherValue"))
    content_key = aes_key_unwrap(key_encryption_key, wrapped)
    cipher = b64decode(text_at(encrypted, "xenc:CipherData/xenc:CipherValue"))
    nonce, data, tag = cipher[:12], cipher[12:-16], cipher[-16:]
    opened = Cipher(algorithms.AES(content_key), modes.GCM(nonce, tag)).decryptor()
    return opened.update(data) + opened.finalize(), len(content_key)


@pytest.mark.parametrize(("node", "key_bytes"), [("symulator", 32), ("integration", 32), ("production", 16)])
def test_a_second_path_opens_it_and_so_do_we(scene: SamlScene, node: str, key_bytes: int) -> None:
    soap = scene.with_node(NODE_PROFILES[node]).response_soap()
    encrypted = find(parsed(soap), ".//xenc:EncryptedData")
    private_key = scene.sp.keys.private_key
    assert isinstance(private_key, ec.EllipticCurvePrivateKey)
    plain, found = decrypted_by_hand(encrypted, private_key)
    assert found == key_bytes
    assert str(find(encrypted, "xenc:EncryptionMethod").get("Algorithm")).endswith("#aes256-gcm")
    assert PATIENT.family_name in plain.decode()
    assert plain.startswith(b"<saml2:Assertion xmlns:")
    assert scene.read_response(soap).subject == PATIENT


@pytest.mark.parametrize(("named", "opens"), [("#_key", True), ("#_other", False), ("", False)])
def test_the_encrypted_key_may_stand_beside_under_the_name_that_is_given(
    scene: SamlScene, named: str, opens: bool
) -> None:
    holder = find(parsed(scene.response_soap()), ".//saml2:EncryptedAssertion")
    encrypted = find(holder, "xenc:EncryptedData")
    info = find(encrypted, "ds:KeyInfo")
    key = find(info, "xenc:EncryptedKey")
    key.set("Id", "_key")
    holder.append(key)
    etree.SubElement(info, f"{{{NAMESPACES['ds']}}}RetrievalMethod", URI=named)
    private_key = scene.sp.keys.private_key
    assert isinstance(private_key, ec.EllipticCurvePrivateKey)
    with nullcontext() if opens else pytest.raises(SamlRefused):
        assert PATIENT.pesel.encode() in decrypt(encrypted, private_key, (scene.hub.issuer, scene.sp.issuer))


def test_another_key_does_not_open_it(scene: SamlScene) -> None:
    other = replace(scene, sp=replace(scene.sp, decryption_keys=keys_of("other")))
    with pytest.raises(SamlRefused) as refused:
        other.read_response(scene.response_soap())
    assert refused.value.code == "decryption_failed"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("xenc:EncryptionMethod", "encryption_algorithm"),
        ("ds:KeyInfo/xenc:EncryptedKey/xenc:EncryptionMethod", "encryption_algorithm"),
        (".//xenc:AgreementMethod", "encryption_algorithm"),
        (".//xenc11:KeyDerivationMethod", "encryption_algorithm"),
        (".//xenc11:ConcatKDFParams/ds:DigestMethod", "encryption_algorithm"),
    ],
)
def test_another_algorithm_is_refused(scene: SamlScene, path: str, code: str) -> None:
    def edit(message: Element) -> None:
        find(find(message, ".//xenc:EncryptedData"), path).set("Algorithm", "urn:weak")

    with pytest.raises(SamlRefused) as refused:
        scene.read_response(scene.edited_response(edit))
    assert refused.value.code == code


@pytest.mark.parametrize("text", ["AAAA", "!", "BAAA"])
def test_a_point_off_the_curve_is_refused(scene: SamlScene, text: str) -> None:
    def edit(message: Element) -> None:
        find(message, ".//dsig11:PublicKey").text = text

    with pytest.raises(SamlRefused) as refused:
        scene.read_response(scene.edited_response(edit))
    assert refused.value.code in {"decryption_failed", "malformed"}
