"""Asking the hub over SOAP: a deadline for the whole answer, a limit to its size, and no way to anywhere else."""

from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from socket import SHUT_RDWR
from threading import Event, Timer
from time import monotonic
from urllib.parse import urlsplit

PATIENCE = 10.0
"""Seconds. The time-out of a socket alone would begin anew with every byte."""
_LARGEST = 1024 * 1024
_HEADERS = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": '""'}


class HubSilent(Exception):
    """The hub did not answer, not in time, or not with a message."""


def post(url: str, soap: bytes, patience: float = PATIENCE) -> bytes:
    """What is answered at this address, which is one of our configuration; a redirect is no answer.

    Raises:
        HubSilent: nothing that could be read.
    """
    parts, until, late = urlsplit(url), monotonic() + patience, Event()
    of_scheme = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = of_scheme(parts.netloc, timeout=patience)

    def hang_up() -> None:
        late.set()
        with suppress(OSError):
            socket.shutdown(SHUT_RDWR)

    try:
        connection.connect()
        socket = connection.sock
        timer = Timer(until - monotonic(), hang_up)
        timer.start()
        try:
            connection.request("POST", parts.path, soap, _HEADERS)
            answer = connection.getresponse()
            content = answer.read(_LARGEST + 1)
        finally:
            timer.cancel()
    except (OSError, HTTPException) as error:
        raise HubSilent(f"{type(error).__name__}: {error}") from error
    finally:
        connection.close()
    if late.is_set() or answer.length or len(content) > _LARGEST or answer.status != 200:
        raise HubSilent(f"status {answer.status}, {len(content)} bytes, cut short or too late")
    return content
