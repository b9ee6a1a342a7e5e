from base64 import b64decode
from datetime import timedelta
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP384R1, generate_private_key

from mock_server.saml import Certificate, KeyPair, load_key_pair, make_key_pair
from mock_server.saml.keys import certify
from tests.saml.scene import NOW, keys_of


def test_a_key_pair_is_kept_as_pem(rsa_keys: KeyPair) -> None:
    for keys in (keys_of("kept"), rsa_keys):
        loaded = load_key_pair(keys.private_pem, keys.certificate.pem)
        assert (loaded.private_pem, loaded.certificate) == (keys.private_pem, keys.certificate)


def test_a_certificate_reads_from_bare_base64() -> None:
    certificate = keys_of("kept").certificate
    assert Certificate.from_base64(f"\n {certificate.base64[:64]}\n{certificate.base64[64:]} ") == certificate


def test_keys_that_do_not_fit_are_refused(rsa_keys: KeyPair) -> None:
    kept = keys_of("kept")
    with pytest.raises(ValueError, match=r"^the certificate is for another private key$"):
        load_key_pair(kept.private_pem, keys_of("other").certificate.pem)
    with pytest.raises(ValueError, match=r"^the key is neither RSA nor EC on P-256$"):
        load_key_pair(kept.private_pem, rsa_keys.certificate.pem)
    with pytest.raises(ValueError, match=r"^the certificate is for another private key$"):
        load_key_pair(rsa_keys.private_pem, kept.certificate.pem)
    off_curve = certify(generate_private_key(SECP384R1()), "off curve", NOW)
    with pytest.raises(ValueError, match=r"^the key is neither RSA nor EC on P-256$"):
        load_key_pair(off_curve.private_pem, off_curve.certificate.pem)


def test_nothing_secret_shows_in_a_traceback() -> None:
    assert "PRIVATE" not in repr(keys_of("kept"))


def test_a_new_certificate_is_the_owner_s_own_and_good_for_ten_years_from_yesterday() -> None:
    certificate = make_key_pair("ikp.example", NOW).certificate.x509
    assert certificate.subject.rfc4514_string() == certificate.issuer.rfc4514_string() == "CN=ikp.example"
    assert certificate.not_valid_before_utc == NOW - timedelta(days=1)
    assert certificate.not_valid_after_utc == NOW + timedelta(days=3650)
    certificate.verify_directly_issued_by(certificate)


def test_no_two_keys_are_the_same() -> None:
    first, second = make_key_pair("a", NOW), make_key_pair("a", NOW)
    assert first.private_pem != second.private_pem
    assert first.certificate != second.certificate
    assert first.certificate.x509.serial_number != second.certificate.x509.serial_number


def test_a_certificate_is_told_by_its_fingerprint_and_its_kind(rsa_keys: KeyPair) -> None:
    keys = keys_of("kept")
    assert keys.certificate.fingerprint == sha256(keys.certificate.der).hexdigest()
    assert (keys.is_rsa, keys.certificate.is_p256) == (False, True)
    assert (rsa_keys.is_rsa, rsa_keys.certificate.is_p256) == (True, False)
    off_curve = certify(generate_private_key(SECP384R1()), "off curve", NOW)
    assert (off_curve.is_rsa, off_curve.certificate.is_p256) == (False, False)


def test_a_certificate_is_written_as_files_and_messages_hold_it() -> None:
    certificate = keys_of("kept").certificate
    assert b64decode(certificate.base64) == certificate.der
    assert certificate.pem.splitlines()[0] == "-----BEGIN CERTIFICATE-----"
    assert "".join(certificate.pem.splitlines()[1:-1]) == certificate.base64
    assert Certificate.from_pem(certificate.pem) == Certificate.from_pem(certificate.pem.encode()) == certificate


@pytest.mark.parametrize("text", ["", "AAAA", "!", "MII"])
def test_what_is_no_certificate_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the words are the library's
        Certificate.from_base64(text)


def test_a_private_key_is_kept_unencrypted_as_pkcs_8() -> None:
    assert keys_of("kept").private_pem.splitlines()[0] == "-----BEGIN PRIVATE KEY-----"


def test_a_certificate_with_something_between_its_letters_is_refused() -> None:
    text = keys_of("kept").certificate.base64
    with pytest.raises(ValueError):  # noqa: PT011 - the words are the library's
        Certificate.from_base64(f"{text[:8]}!{text[8:]}")


def test_neither_a_key_nor_a_certificate_is_shown_whole() -> None:
    assert repr(keys_of("kept")) == "KeyPair(certificate=Certificate())"
