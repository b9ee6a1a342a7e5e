"""Servers in processes of their own."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bootstrap.children import started
from bootstrap.places import ROOT

_PATIENCE = 60
"""Seconds that a server may take to listen."""


class ServerDied(RuntimeError):
    """A server ended before it listened."""


@dataclass(frozen=True)
class Served:
    """A server that answers: where, which process, and how long it took (milliseconds).

    Attributes:
        first_answer_ms: to its first answer, whichever.
        start_ms: to its first answer of 200.
    """

    port: int
    pid: int
    first_answer_ms: float
    start_ms: float


def free_port() -> int:
    """A port of loopback on which nobody listens now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def process(command: Sequence[str | Path], port: int, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program that will listen on a port; stopped at the end. Its output goes nowhere."""
    with started(
        command,
        cwd=ROOT,
        env=os.environ | {"PORT": str(port)} | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as running:
        try:
            yield running
        finally:
            running.terminate()
            running.wait()


@contextmanager
def serve(
    command: Sequence[str | Path], port: int, path: str = "/", environment: Mapping[str, str] | None = None
) -> Iterator[Served]:
    """A server, from its process's start to its first answer of 200 on ``path``."""
    begun = perf_counter()
    with process(command, port, **environment or {}) as running:
        answered = wait_for_200(running, port, path)
        yield Served(port, running.pid, (answered - begun) * 1000, (perf_counter() - begun) * 1000)


@contextmanager
def serve_mock() -> Iterator[Served]:
    """The mock server, as ``python -m mock_server`` starts it, with fresh keys."""
    port = free_port()
    with TemporaryDirectory() as keys:
        command = [sys.executable, "-m", "mock_server", "--port", str(port), "--keys", keys]
        with serve(command, port, "/ready") as served:
            yield served


def wait_for_200(running: subprocess.Popen[bytes], port: int, path: str) -> float:
    """Knock until the server answers 200; a refused connection tells at once, so this knocks without pause.

    Returns:
        The moment of its first answer, whichever, by ``perf_counter``.

    Raises:
        ServerDied: the process ended, or nothing answers in time.
    """
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode()
    until, answered = perf_counter() + _PATIENCE, 0.0
    while perf_counter() < until:
        if running.poll() is not None:
            raise ServerDied(f"{running.args!r} ended with {running.returncode} before it listened")
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE) as connection:
                connection.sendall(request)
                told = connection.recv(64)
                answered = answered or perf_counter()
                if b" 200 " in told:
                    return answered
        except OSError:
            continue
    raise ServerDied(f"{running.args!r} did not answer 200 on {path} within {_PATIENCE} s")
