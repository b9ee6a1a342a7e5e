"""A server in a thread, set up as a test wants it: with a token, or with TLS."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mock_server.command.assembling import assemble
from mock_server.server.config import Config
from mock_server.server.listening import StoppableServer, listen
from mock_server.server.tls import certificate_authority, server_context
from mock_server.web.addresses import Addresses


@contextmanager
def serving(token: str | None = None, keys: Path | None = None) -> Iterator[str]:
    """Where it listens; with `keys`, the folder of its authority, it speaks TLS."""
    tls = server_context(certificate_authority(keys), ("127.0.0.1",), lambda _host: False) if keys else None
    scheme = "https" if keys else "http"
    listener = listen()
    server = StoppableServer(assemble(Config(Addresses(scheme), token=token)), tls)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield f"{scheme}://127.0.0.1:{listener.getsockname()[1]}"
    server.stop()
    thread.join(30)
