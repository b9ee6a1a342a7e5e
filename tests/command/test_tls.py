"""The certificate authority that browsers are told to trust."""

from pathlib import Path

from mock_server.tls import CA_FILE, CA_KEY_FILE, certificate_authority


def test_the_next_start_has_the_same_authority(tmp_path: Path) -> None:
    folder = tmp_path / "not-there-yet"
    made = certificate_authority(folder)
    again = certificate_authority(folder)
    assert again.cert_pem.bytes() == made.cert_pem.bytes() == (folder / CA_FILE).read_bytes()
    assert again.private_key_pem.bytes() == made.private_key_pem.bytes() == (folder / CA_KEY_FILE).read_bytes()


def test_its_key_is_for_nobody_else(tmp_path: Path) -> None:
    certificate_authority(tmp_path)
    assert (tmp_path / CA_KEY_FILE).stat().st_mode & 0o077 == 0
