"""The signing keys of the mock: made once, kept where they are told to be, never another's."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mock_server.keyring import Keyring


def test_without_a_folder_a_process_has_keys_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first, second = Keyring(), Keyring()
    assert first.key_pair("login") is first.key_pair("login")
    assert first.key_pair("login").certificate != second.key_pair("login").certificate
    assert list(tmp_path.iterdir()) == []


def test_the_next_start_signs_with_the_same_keys(tmp_path: Path) -> None:
    folder = tmp_path / "not-there-yet"
    made = Keyring(folder).key_pair("login")
    again = Keyring(folder).key_pair("login")
    assert (again.private_pem, again.certificate) == (made.private_pem, made.certificate)
    assert (folder / "login.key.pem").stat().st_mode & 0o077 == 0
    assert (folder / "login.cert.pem").read_text() == made.certificate.pem


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    Keyring(tmp_path / "a" / "b").key_pair("login")
    assert sorted(file.name for file in (tmp_path / "a" / "b").iterdir()) == ["login.cert.pem", "login.key.pem"]


def test_a_new_certificate_names_its_owner_and_counts_from_now() -> None:
    certificate = Keyring().key_pair("login").certificate.x509
    assert certificate.subject.rfc4514_string() == "CN=login"
    assert certificate.not_valid_before_utc <= datetime.now(UTC) < certificate.not_valid_after_utc


def test_every_system_has_keys_of_its_own(tmp_path: Path) -> None:
    keyring = Keyring(tmp_path)
    assert keyring.key_pair("login").certificate != keyring.key_pair("ikp").certificate


def test_files_that_are_no_pair_are_refused(tmp_path: Path) -> None:
    for owner in ("login", "ikp"):
        Keyring(tmp_path).key_pair(owner)
    (tmp_path / "login.key.pem").write_text((tmp_path / "ikp.key.pem").read_text())
    with pytest.raises(ValueError, match="key"):
        Keyring(tmp_path).key_pair("login")
