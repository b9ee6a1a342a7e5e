"""The certificate authority that browsers are told to trust, and what it certifies."""

import gc
import ssl
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as generate_ec_key
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from mock_server.kernel.kept_files import KeysUnusable
from mock_server.server import authority, tls
from mock_server.server.config import CA_FILE
from mock_server.server.tls import CA_KEY_FILE, certificate_authority, server_context
from mock_server.web.addresses import Addresses

RSA_KEY = generate_private_key(65537, 2048).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
ENCRYPTED_KEY = (
    generate_ec_key(SECP256R1())
    .private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret"))
    .decode()
)
BARE = ("127.0.0.1", "localhost", "192.0.2.7", "::1")


def test_the_next_start_has_the_same_authority(tmp_path: Path) -> None:
    folder = tmp_path / "not-there-yet" / "nor-this"
    made = certificate_authority(folder)
    again = certificate_authority(folder)
    assert again.certificate == made.certificate
    assert again.key.private_numbers() == made.key.private_numbers()
    assert x509.load_pem_x509_certificate((folder / CA_FILE).read_bytes()) == made.certificate


def test_its_key_is_for_nobody_else(tmp_path: Path) -> None:
    certificate_authority(tmp_path)
    assert (tmp_path / CA_KEY_FILE).stat().st_mode & 0o077 == 0


def test_it_is_called_as_browsers_show_it(tmp_path: Path) -> None:
    names = certificate_authority(tmp_path).certificate.subject
    assert [one.value for one in names.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)] == ["Przepustka"]


def test_a_key_that_a_killed_start_left_alone_is_certified(tmp_path: Path) -> None:
    made = certificate_authority(tmp_path)
    (tmp_path / CA_FILE).unlink()
    assert certificate_authority(tmp_path).key.private_numbers() == made.key.private_numbers()


def test_an_authority_that_browsers_trust_is_not_replaced_because_its_key_is_gone(tmp_path: Path) -> None:
    certificate_authority(tmp_path)
    before = (tmp_path / CA_FILE).read_bytes()
    (tmp_path / CA_KEY_FILE).unlink()
    with pytest.raises(KeysUnusable, match=CA_FILE):
        certificate_authority(tmp_path)
    assert (tmp_path / CA_FILE).read_bytes() == before


def test_an_authority_that_ran_out_is_refused_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(authority, "_CA_VALIDITY", timedelta(0))
    with pytest.raises(KeysUnusable, match=r"ran out on .* remove both"):
        certificate_authority(tmp_path)


def test_a_key_of_another_kind_or_behind_a_password_is_refused(tmp_path: Path) -> None:
    certificate_authority(tmp_path)
    for content in (RSA_KEY, ENCRYPTED_KEY, "", "no PEM"):
        (tmp_path / CA_KEY_FILE).write_text(content)
        with pytest.raises(KeysUnusable, match=str(tmp_path / CA_KEY_FILE)):
            certificate_authority(tmp_path)


class Talk:
    """A server and its clients, without a network between."""

    def __init__(self, folder: Path) -> None:
        self.authority = certificate_authority(folder)
        self.ca_file = folder / CA_FILE
        self.context = server_context(self.authority, BARE, lambda host: bool(Addresses().place(host)))

    def certificate_shown_to(self, host: str) -> x509.Certificate:
        """The certificate that a client which asks for this host is shown; they trust it for this host."""
        theirs = ssl.create_default_context(cafile=str(self.ca_file))
        theirs.verify_flags |= ssl.VERIFY_X509_STRICT
        to_client, to_server = ssl.MemoryBIO(), ssl.MemoryBIO()
        client = theirs.wrap_bio(to_client, to_server, server_hostname=host)
        server = self.context.wrap_bio(to_server, to_client, server_side=True)
        for one in (client, server) * 3:
            with suppress(ssl.SSLWantReadError):
                one.do_handshake()
        shown = client.getpeercert(binary_form=True)
        assert shown
        return x509.load_der_x509_certificate(shown)

    def hosts_shown_to(self, host: str) -> list[str]:
        names = self.certificate_shown_to(host).extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        return [str(name.value) for name in names]


@pytest.mark.parametrize("host", ["pacjent.localhost", "ikp--a.localhost", "pz--a-world.localhost"])
def test_a_site_of_any_world_is_shown_a_certificate_of_its_own(tmp_path: Path, host: str) -> None:
    assert Talk(tmp_path).hosts_shown_to(host) == [host]


@pytest.mark.parametrize("host", BARE)
def test_the_bare_hosts_share_one(tmp_path: Path, host: str) -> None:
    assert sorted(Talk(tmp_path).hosts_shown_to(host)) == sorted(BARE)


def test_a_host_that_is_not_served_gets_no_certificate(tmp_path: Path) -> None:
    with pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
        Talk(tmp_path).certificate_shown_to("login.gov.pl")


def test_a_host_that_comes_again_is_shown_the_same(tmp_path: Path) -> None:
    talk = Talk(tmp_path)
    first, _, again = (talk.certificate_shown_to(f"ikp--{world}.localhost") for world in ("a", "b", "a"))
    assert again == first


def test_a_client_that_asks_for_ever_more_hosts_does_not_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tls, "_MOST_HOSTS", 1)
    talk = Talk(tmp_path)
    first, _, again = (talk.certificate_shown_to(f"ikp--{world}.localhost") for world in ("a", "b", "a"))
    assert again != first


def test_a_certificate_lives_no_longer_than_browsers_take(tmp_path: Path) -> None:
    shown = Talk(tmp_path).certificate_shown_to("pacjent.localhost")
    assert shown.not_valid_before_utc < datetime.now(UTC) < shown.not_valid_after_utc
    assert shown.not_valid_after_utc - shown.not_valid_before_utc <= timedelta(days=398)


def test_a_certificate_ends_with_its_authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(authority, "_CA_VALIDITY", timedelta(days=2))
    talk = Talk(tmp_path)
    shown = talk.certificate_shown_to("pacjent.localhost")
    assert shown.not_valid_after_utc == talk.authority.certificate.not_valid_after_utc


def test_names_without_end_are_not_all_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tls, "_MOST_HOSTS", 2)
    talk = Talk(tmp_path)

    def kept() -> int:
        gc.collect()
        return sum(isinstance(one, ssl.SSLContext) for one in gc.get_objects())

    before = kept()
    for number in range(8):
        assert talk.hosts_shown_to(f"a{number}.localhost") == [f"a{number}.localhost"]
    assert kept() - before <= 3
