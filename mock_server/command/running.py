"""A mock server in a thread of its own process, on a free or given port of loopback."""

import threading
from collections.abc import Callable
from pathlib import Path
from ssl import SSLContext
from types import TracebackType
from typing import Self

from starlette.types import ASGIApp

from ..saml.keyring import Keyring
from ..server.app import MockServer
from ..server.config import CA_FILE, Config
from ..server.listening import LOOPBACK, StoppableServer, listen
from ..web.addresses import Addresses
from .assembling import assemble


class RunningServer:
    """A mock server in a thread with an event loop of its own; a context manager.

    Attributes:
        port: where it listens.
        url: of its bare host.
        ca: the file of the authority to trust; None without TLS.
        app: the application.

    Args:
        port: 0 takes any free one.
        around: wraps the application, for whoever wants to see what it answers.
        keyring: where its keys are kept; new ones, kept nowhere, unless given.
        tls: the folder of the authority by whose certificates it speaks TLS; without one it speaks plain HTTP.

    Raises:
        CannotListen: the port is taken.
        KeysUnusable: the folder holds something else.
    """

    def __init__(
        self,
        port: int = 0,
        around: Callable[[MockServer], ASGIApp] = lambda app: app,
        keyring: Keyring | None = None,
        tls: Path | None = None,
    ) -> None:
        self._listener = listen(port)
        self.port: int = self._listener.getsockname()[1]
        addresses = Addresses("https" if tls else "http", port=self.port)
        self.url = f"{addresses.scheme}://{LOOPBACK}:{self.port}"
        self.ca = tls / CA_FILE if tls else None
        self.app = assemble(Config(addresses, keyring or Keyring()))
        self._server = StoppableServer(around(self.app), _context(self.app, tls) if tls else None)
        self._thread = threading.Thread(target=self._run, name="mock-server", daemon=True)

    def _run(self) -> None:
        self._server.run(sockets=[self._listener])

    def __enter__(self) -> Self:
        """Start; the socket listens already, so the first request waits instead of failing."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop and wait until it has."""
        self._server.stop()
        self._thread.join()


def _context(app: MockServer, folder: Path) -> SSLContext:
    from ..server.tls import context_of_server  # noqa: PLC0415 - only where it is asked for

    return context_of_server(app, folder)
