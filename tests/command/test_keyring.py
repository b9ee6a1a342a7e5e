"""The signing keys of the mock: made once, kept where they are told to be, never another's, whole at every moment."""

import errno
import logging
import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mock_server.kernel import kept_files
from mock_server.kernel.kept_files import KeysUnusable
from mock_server.saml import make_key_pair
from mock_server.saml.keyring import Keyring


def pem_files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("*.pem"))


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
    assert pem_files(tmp_path / "a" / "b") == ["login.cert.pem", "login.key.pem"]


def test_a_new_certificate_names_its_owner_and_counts_from_now(tmp_path: Path) -> None:
    for ring in (Keyring(), Keyring(tmp_path)):
        certificate = ring.key_pair("login").certificate.x509
        assert certificate.subject.rfc4514_string() == "CN=login"
        assert certificate.not_valid_before_utc <= datetime.now(UTC) < certificate.not_valid_after_utc


def test_every_system_has_keys_of_its_own(tmp_path: Path) -> None:
    ring = Keyring(tmp_path)
    assert ring.key_pair("login").certificate != ring.key_pair("ikp").certificate


def test_keys_that_may_only_be_read_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Keyring(tmp_path).key_pair("login")
    monkeypatch.setattr(os, "open", pytest.fail)
    monkeypatch.setattr(kept_files, "_alone", pytest.fail)
    assert Keyring(tmp_path).key_pair("login").certificate == made.certificate


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("login.key.pem", "IKP"),
        ("login.key.pem", ""),
        ("login.key.pem", "no PEM"),
        ("login.cert.pem", "IKP"),
        ("login.cert.pem", ""),
        ("login.cert.pem", "zażółć"),
    ],
    ids=["other-key", "empty-key", "no-key", "other-certificate", "empty-certificate", "no-certificate"],
)
def test_files_that_are_no_pair_are_refused_by_name_and_left_alone(tmp_path: Path, file: str, content: str) -> None:
    for owner in ("login", "ikp"):
        Keyring(tmp_path).key_pair(owner)
    other = (tmp_path / file.replace("login", "ikp")).read_text()
    (tmp_path / file).write_text(content.replace("IKP", other), encoding="utf-8")
    before = {name: (tmp_path / name).read_bytes() for name in pem_files(tmp_path)}
    with pytest.raises(KeysUnusable) as refused:
        Keyring(tmp_path).key_pair("login")
    assert str(tmp_path / "login.key.pem") in str(refused.value)
    assert "login.cert.pem" in str(refused.value)
    assert "remove both" in str(refused.value)
    assert {name: (tmp_path / name).read_bytes() for name in pem_files(tmp_path)} == before


def test_a_key_without_its_certificate_is_certified_and_kept(tmp_path: Path) -> None:
    made = Keyring(tmp_path).key_pair("login")
    (tmp_path / "login.cert.pem").unlink()
    again = Keyring(tmp_path).key_pair("login")
    assert again.private_pem == made.private_pem
    assert (tmp_path / "login.cert.pem").read_text() == again.certificate.pem


def test_a_certificate_that_providers_know_is_not_replaced_because_its_key_is_gone(tmp_path: Path) -> None:
    made = Keyring(tmp_path).key_pair("login")
    (tmp_path / "login.key.pem").unlink()
    with pytest.raises(KeysUnusable, match=r"login\.cert\.pem has no login\.key\.pem .* put the key back"):
        Keyring(tmp_path).key_pair("login")
    assert (tmp_path / "login.cert.pem").read_text() == made.certificate.pem


def is_file(folder: Path) -> Path:
    folder.write_text("not a folder")
    return folder


def is_in_a_file(folder: Path) -> Path:
    folder.write_text("not a folder")
    return folder / "keys"


def holds_a_folder_for_a_key(folder: Path) -> Path:
    (folder / "login.key.pem").mkdir(parents=True)
    (folder / "login.cert.pem").write_text("")
    return folder


@pytest.mark.parametrize("arrange", [is_file, is_in_a_file, holds_a_folder_for_a_key])
def test_a_place_that_can_hold_no_keys_is_named(tmp_path: Path, arrange: Callable[[Path], Path]) -> None:
    folder = arrange(tmp_path / "keys")
    with pytest.raises(KeysUnusable) as refused:
        Keyring(folder).key_pair("login")
    assert str(folder) in str(refused.value)
    assert "--keys" in str(refused.value)


@pytest.mark.parametrize("writes_before", range(2))
def test_a_full_disk_leaves_a_folder_that_works_once_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes_before: int
) -> None:
    synced: list[int] = []

    def fill_up(number: int) -> None:
        synced.append(number)
        if len(synced) > writes_before:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as full:
        full.setattr(os, "fsync", fill_up)
        with pytest.raises(KeysUnusable, match="No space left on device") as refused:
            Keyring(tmp_path).key_pair("login")
    assert str(tmp_path) in str(refused.value)
    assert len(pem_files(tmp_path)) == writes_before
    assert not [file for file in tmp_path.rglob("*") if "unfinished" in file.name]
    kept = Keyring(tmp_path).key_pair("login")
    assert Keyring(tmp_path).key_pair("login").certificate == kept.certificate


def test_what_a_killed_start_left_half_written_is_written_over(tmp_path: Path) -> None:
    (tmp_path / ".login.key.pem.unfinished").write_text("-----BEGIN PRIV")
    kept = Keyring(tmp_path).key_pair("login")
    assert Keyring(tmp_path).key_pair("login").private_pem == kept.private_pem
    assert pem_files(tmp_path) == ["login.cert.pem", "login.key.pem"]


def test_what_a_killed_start_left_lends_a_key_neither_its_mode_nor_its_place(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("precious")
    keys = tmp_path / "keys"
    keys.mkdir()
    for name, target in ((".lock", precious), (".login.key.pem.unfinished", precious)):
        (keys / name).symlink_to(target)
    left = keys / ".login.cert.pem.unfinished"
    left.touch()
    left.chmod(0o666)
    Keyring(keys).key_pair("login")
    assert precious.read_text() == "precious"
    assert (keys / "login.key.pem").stat().st_mode & 0o777 == 0o600
    assert (keys / "login.cert.pem").stat().st_mode & 0o777 == 0o644


def test_two_starts_at_once_have_the_same_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first_makes, second_waits = threading.Event(), threading.Event()
    made: dict[str, str] = {}

    def hear(told: str, folder: Path) -> None:
        assert "waiting" in told % folder
        second_waits.set()

    def make_slowly(owner: str, now: datetime) -> object:
        first_makes.set()
        assert second_waits.wait(30)
        return make_key_pair(owner, now)

    def start(name: str) -> None:
        made[name] = Keyring(tmp_path).key_pair("login").private_pem

    monkeypatch.setattr("mock_server.saml.keys.make_key_pair", make_slowly)
    monkeypatch.setattr(logging.getLogger("mock_server"), "warning", hear)
    first = threading.Thread(target=start, args=("first",))
    second = threading.Thread(target=start, args=("second",))
    first.start()
    assert first_makes.wait(30)
    second.start()
    for one in (first, second):
        one.join(60)
    assert made["first"] == made["second"]
    assert Keyring(tmp_path).key_pair("login").private_pem == made["first"]


def test_a_file_system_that_cannot_lock_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_file: object, _how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(KeysUnusable, match=r"No locks available.*--keys"):
        Keyring(tmp_path).key_pair("login")
