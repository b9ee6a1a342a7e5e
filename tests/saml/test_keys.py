import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP384R1, generate_private_key

from mock_server.saml import Certificate, KeyPair, load_key_pair
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
    with pytest.raises(ValueError, match="another private key"):
        load_key_pair(kept.private_pem, keys_of("other").certificate.pem)
    with pytest.raises(ValueError, match="neither RSA nor EC on P-256"):
        load_key_pair(kept.private_pem, rsa_keys.certificate.pem)
    off_curve = certify(generate_private_key(SECP384R1()), "off curve", NOW)
    with pytest.raises(ValueError, match="neither RSA nor EC on P-256"):
        load_key_pair(off_curve.private_pem, off_curve.certificate.pem)


def test_nothing_secret_shows_in_a_traceback() -> None:
    assert "PRIVATE" not in repr(keys_of("kept"))
