"""TLS with a certificate authority made on this machine.

Some browsers take no wildcard directly under ``localhost``, so every host gets a certificate of its own, at the
moment when it is first asked for.
"""

import ssl
from functools import cache
from pathlib import Path

import trustme

CA_FILE = "ca.pem"
CA_KEY_FILE = "ca.key.pem"


def certificate_authority(folder: Path) -> trustme.CA:
    """The authority kept in a folder, made at first need; browsers are told to trust its ``ca.pem``."""
    certificate, key = folder / CA_FILE, folder / CA_KEY_FILE
    if certificate.exists() and key.exists():
        return trustme.CA.from_pem(certificate.read_bytes(), key.read_bytes())
    authority = trustme.CA(organization_name="Przepustka", organization_unit_name="local")
    folder.mkdir(parents=True, exist_ok=True)
    key.touch(mode=0o600)
    authority.private_key_pem.write_to_path(key)
    authority.cert_pem.write_to_path(certificate)
    return authority


def server_context(authority: trustme.CA, listens_on: str) -> ssl.SSLContext:
    """A context that shows each host its own certificate, and the bare host's to who names none."""

    @cache
    def context_of(*hosts: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*hosts).configure_cert(context)
        return context

    def choose(connection: ssl.SSLObject, host: str | None, _context: ssl.SSLContext) -> None:
        if host:
            connection.context = context_of(host)

    context = context_of("127.0.0.1", "localhost", listens_on)
    context.sni_callback = choose
    return context
