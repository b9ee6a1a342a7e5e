"""A mock server in a thread of its own process, on a free or given port of loopback."""

import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

from starlette.types import ASGIApp

from ..saml.keyring import Keyring
from ..server.app import MockServer
from ..server.config import Config
from ..server.listening import StoppableServer, listen
from ..web.addresses import Addresses
from .assembling import assemble


class RunningServer:
    """A mock server in a thread with an event loop of its own; a context manager.

    Attributes:
        port: where it listens.
        app: the application.

    Args:
        port: 0 takes any free one.
        around: wraps the application, for whoever wants to see what it answers.
        keyring: where its keys are kept; new ones, kept nowhere, unless given.

    Raises:
        CannotListen: the port is taken.
    """

    def __init__(
        self,
        port: int = 0,
        around: Callable[[MockServer], ASGIApp] = lambda app: app,
        keyring: Keyring | None = None,
    ) -> None:
        self._listener = listen(port)
        self.port: int = self._listener.getsockname()[1]
        self.app = assemble(Config(Addresses(port=self.port), keyring or Keyring()))
        self._server = StoppableServer(around(self.app))
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
