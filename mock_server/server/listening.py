"""Listening: on a free or given port of loopback or of another address, until stopped."""

import errno
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ssl import SSLContext

import uvicorn
from starlette.types import ASGIApp

from .http_protocol import HttpProtocol

LOOPBACK = "127.0.0.1"
_BACKLOG = 2048
_NAME_AN_ADDRESS = "give one that it has, such as 127.0.0.1 or 0.0.0.0 (--host)"


class CannotListen(OSError):
    """That address or port cannot be had; the message says why and what to do."""


def listen(port: int = 0, host: str = LOOPBACK) -> socket.socket:
    """A listening socket; port 0 takes any free one.

    Raises:
        CannotListen: the port is taken or the host is no address of this machine.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    except (socket.gaierror, UnicodeError) as error:
        raise CannotListen(f"{host} is no host that this machine knows: {_NAME_AN_ADDRESS}") from error
    # A name such as localhost may have addresses of both kinds; clients look for us on 127.0.0.1.
    family, kind, protocol, _, address = min(found, key=lambda entry: entry[0] != socket.AF_INET)
    try:
        # asyncio turns Nagle off only where the protocol is named; else every answer waits 40 ms for an ACK.
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise CannotListen(f"this machine has no addresses such as {host}: {_NAME_AN_ADDRESS}") from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        raise CannotListen(_why_not(error, port, host)) from error
    return listener


def _why_not(error: OSError, port: int, host: str) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return f"port {port} of {host} is in use: stop what listens there or choose another (--port)"
        case errno.EADDRNOTAVAIL:
            return f"{host} is no address of this machine: {_NAME_AN_ADDRESS}"
        case errno.EACCES:
            return f"port {port} of {host} is for the administrator alone: choose one above 1023 (--port)"
    return f"port {port} of {host} cannot be listened on: {error.strerror}"


class StoppableServer(uvicorn.Server):
    """A quiet uvicorn that ends with exit code 0 on SIGTERM, without waiting long for open event streams."""

    def __init__(self, app: ASGIApp, tls: SSLContext | None = None) -> None:
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=1,
            timeout_keep_alive=75,  # longer than any client keeps an idle connection
            ws="none",
            proxy_headers=False,
            http=HttpProtocol,
        )
        config.load()
        config.ssl = tls
        super().__init__(config)
        self._when_started: Callable[[], None] = lambda: None

    def when_started(self, act: Callable[[], None]) -> None:
        """Do this once the server answers."""
        self._when_started = act

    def stop(self) -> None:
        """End soon, as after a signal; from any thread."""
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self._when_started()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Let the first SIGINT or SIGTERM stop the server; uvicorn's own would then kill the process with it."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
