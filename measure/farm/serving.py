"""Programs of this checkout that serve as long as a block lasts."""

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import IO, cast
from urllib.parse import urlsplit

from bootstrap.children import started
from bootstrap.places import ROOT

_PYTHON = sys.executable


@contextmanager
def serving(ready: str, *command: str, **variables: str) -> Iterator[str]:
    """A program of this checkout that has said it is ready: the line in which it does.

    Raises:
        AssertionError: it ended before.
    """
    outside = os.environ | variables
    with started(command, cwd=ROOT, env=outside, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as program:
        output = cast(IO[bytes], program.stdout)
        said: list[str] = []
        for line in iter(output.readline, b""):
            said.append(line.decode())
            if ready in said[-1]:
                Thread(target=deque, args=(output, 0), daemon=True).start()  # else it waits, once the pipe is full
                yield said[-1]
                break
        else:
            raise AssertionError(f"{' '.join(command)} ended:\n{''.join(said)}")


@contextmanager
def mock(*arguments: str, inside: Sequence[str] = ()) -> Iterator[int]:
    """A mock of a process of its own: the port in the addresses of its sites."""
    command = (*inside, _PYTHON, "-m", "mock_server", *arguments)
    with serving("is ready. Open", *command) as said:
        yield urlsplit(said.partition("Open ")[2].split()[0]).port or 0


@contextmanager
def forwarder(port: int, to: str, inside: Sequence[str] = ()) -> Iterator[str]:
    """Loopback leads elsewhere: the line in which it says so."""
    command = (*inside, _PYTHON, "-m", "mock_server", "forward", "--port", str(port), "--to", to)
    with serving("leads to", *command) as said:
        yield said


@contextmanager
def playwright_server(*arguments: str, inside: Sequence[str] = ()) -> Iterator[str]:
    """The line in which a Playwright server of our own version says where it listens."""
    command = (*inside, _PYTHON, "-m", "playwright", "run-server", "--unsafe", *arguments)
    with serving("Listening on", *command) as said:
        yield said
