"""The certificate authority that browsers are told to trust."""

import ssl
from contextlib import suppress
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID

from mock_server.tls import CA_FILE, CA_KEY_FILE, certificate_authority, server_context


def test_the_next_start_has_the_same_authority(tmp_path: Path) -> None:
    folder = tmp_path / "not-there-yet"
    made = certificate_authority(folder)
    again = certificate_authority(folder)
    assert again.cert_pem.bytes() == made.cert_pem.bytes() == (folder / CA_FILE).read_bytes()
    assert again.private_key_pem.bytes() == made.private_key_pem.bytes() == (folder / CA_KEY_FILE).read_bytes()


def test_its_key_is_for_nobody_else(tmp_path: Path) -> None:
    certificate_authority(tmp_path)
    assert (tmp_path / CA_KEY_FILE).stat().st_mode & 0o077 == 0


def test_they_are_called_as_browsers_are_told(tmp_path: Path) -> None:
    assert (CA_FILE, CA_KEY_FILE) == ("ca.pem", "ca.key.pem")
    certificate = x509.load_pem_x509_certificate(certificate_authority(tmp_path).cert_pem.bytes())
    told = [one.value for one in certificate.subject if one.oid != NameOID.COMMON_NAME]
    assert told[0] == "Przepustka"
    assert "local" in told


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    certificate_authority(tmp_path / "a" / "b")
    assert sorted(file.name for file in (tmp_path / "a" / "b").iterdir()) == ["ca.key.pem", "ca.pem"]


@pytest.mark.parametrize("gone", [CA_FILE, CA_KEY_FILE])
def test_half_an_authority_is_made_anew(tmp_path: Path, gone: str) -> None:
    made = certificate_authority(tmp_path)
    (tmp_path / gone).unlink()
    again = certificate_authority(tmp_path)
    assert again.cert_pem.bytes() != made.cert_pem.bytes()
    assert certificate_authority(tmp_path).cert_pem.bytes() == again.cert_pem.bytes()


class Talk:
    """A server and its clients, without a network between."""

    def __init__(self, folder: Path) -> None:
        self.authority = certificate_authority(folder)
        self.context = server_context(self.authority, "192.0.2.7")

    def hosts_shown_to(self, host: str) -> list[str]:
        """The names in the certificate that a client which asks for this host is shown, and trusts."""
        theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.authority.configure_trust(theirs)
        to_client, to_server = ssl.MemoryBIO(), ssl.MemoryBIO()
        client = theirs.wrap_bio(to_client, to_server, server_hostname=host)
        server = self.context.wrap_bio(to_server, to_client, server_side=True)
        for one in (client, server) * 3:
            with suppress(ssl.SSLWantReadError):
                one.do_handshake()
        shown = client.getpeercert()
        assert shown
        return [str(name[1]) for name in shown["subjectAltName"]]


@pytest.mark.parametrize("host", ["pacjent.localhost", "ikp--a.localhost", "localhost"])
def test_a_host_is_shown_a_certificate_of_its_own(tmp_path: Path, host: str) -> None:
    assert Talk(tmp_path).hosts_shown_to(host) == [host]


@pytest.mark.parametrize("host", ["127.0.0.1", "192.0.2.7"])
def test_who_names_no_host_is_shown_the_bare_ones(tmp_path: Path, host: str) -> None:
    assert sorted(Talk(tmp_path).hosts_shown_to(host)) == ["127.0.0.1", "192.0.2.7", "localhost"]
