"""TLS with a certificate authority made on this machine.

Some browsers take no wildcard directly under ``localhost``, so every host gets a certificate of its own, at the
moment when it is first asked for.
"""

import ssl
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile

from ..kernel.kept_files import KeptPair
from ..web.addresses import LOCALHOST
from . import authority
from .app import MockServer
from .authority import Authority
from .config import CA_FILE
from .listening import LOOPBACK

CA_KEY_FILE = "ca.key.pem"
_MOST_HOSTS = 512
"""With a certificate at hand; one more gets a new one when it comes again."""


def certificate_authority(folder: Path) -> Authority:
    """The authority kept in a folder, made at first need; browsers are told to trust its ``ca.pem``.

    Raises:
        KeysUnusable: the files in the folder are no such authority, or cannot be read or written.
    """
    files = KeptPair(folder / CA_KEY_FILE, folder / CA_FILE)
    return files.read_or_make(authority.make_key, authority.certify, authority.load)


def context_of_server(app: MockServer, folder: Path, *further_hosts: str) -> ssl.SSLContext:
    """A context for all sites of a server and its bare host, by the authority kept in a folder.

    Args:
        app: whose sites they are.
        folder: of its keys.
        *further_hosts: by which names the bare host may be asked, beside those of loopback.

    Raises:
        KeysUnusable: as of `certificate_authority`.
    """
    bare_hosts = dict.fromkeys((LOOPBACK, "::1", LOCALHOST, app.addresses.domain, *further_hosts))
    return server_context(certificate_authority(folder), tuple(bare_hosts), app.serves)


def server_context(signer: Authority, bare_hosts: tuple[str, ...], serves: Callable[[str], bool]) -> ssl.SSLContext:
    """A context that shows each host its own certificate.

    Args:
        signer: of every certificate.
        bare_hosts: in the certificate for who names no host, or one that is not served.
        serves: whether a host name is one that this server answers to.
    """

    @lru_cache(maxsize=_MOST_HOSTS)
    def context_of(*hosts: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with NamedTemporaryFile("w", suffix=".pem") as file:  # it is loaded from a file or not at all
            file.write(signer.issue(*hosts))
            file.flush()
            context.load_cert_chain(file.name)
        return context

    def choose(connection: ssl.SSLObject, host: str | None, _context: ssl.SSLContext) -> None:
        if host and host not in bare_hosts and serves(host):
            connection.context = context_of(host)

    context = context_of(*bare_hosts)
    context.sni_callback = choose
    return context
