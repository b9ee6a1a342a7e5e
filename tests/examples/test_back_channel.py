"""What the example takes for an answer of the hub: one, whole, in time, from where it asked."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import repeat
from time import monotonic

import pytest

from examples.provider.back_channel import HubSilent, post

LENGTH = b"HTTP/1.1 200 OK\r\nContent-Length: "


@contextmanager
def answering(*pieces: bytes, pause: float = 0, again: bytes = b"") -> Iterator[str]:
    """A server that takes one request, and sends these pieces, then one over and over while it is let."""
    served = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(65536)
            try:
                for piece in pieces:
                    connection.sendall(piece)
                for piece in repeat(again) if again else ():
                    connection.sendall(piece)
                    if served.wait(pause):
                        return
            except OSError:
                pass

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/soap"
    finally:
        served.set()
        thread.join()
        listener.close()


def test_an_answer_is_read() -> None:
    with answering(LENGTH + b"4\r\n\r\n<a/>") as url:
        assert post(url, b"<b/>") == b"<a/>"


@pytest.mark.parametrize(
    "answer",
    [
        LENGTH + b"9\r\n\r\n<a/>",
        LENGTH + b"4\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n<a/>",
        b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 500 No\r\nContent-Length: 4\r\n\r\n<a/>",
        b"HTTP/1.1 204 No Content\r\n\r\n",
        b"SSH-2.0\r\n",
        b"",
    ],
    ids=["cut", "nothing", "chunk", "redirect", "500", "204", "other", "reset"],
)
def test_anything_else_is_silence(answer: bytes) -> None:
    with answering(answer) as url, pytest.raises(HubSilent):
        post(url, b"<b/>")


@pytest.mark.parametrize(
    ("pieces", "again"),
    [
        ((), b"H"),
        ((b"HTTP/1.1 200 OK\r\n",), b"A: b\r\n"),
        ((LENGTH + b"100000\r\n\r\n",), b"<"),
        ((b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<a/>",), b" "),
    ],
    ids=["status", "headers", "content", "no end"],
)
def test_a_byte_now_and_then_does_not_hold_it_up(pieces: tuple[bytes, ...], again: bytes) -> None:
    begun = monotonic()
    with answering(*pieces, pause=0.05, again=again) as url, pytest.raises(HubSilent):
        post(url, b"<b/>", patience=0.5)
    assert monotonic() - begun < 5


def test_an_endless_answer_is_not_read_to_its_end() -> None:
    with answering(b"HTTP/1.1 200 OK\r\n\r\n", again=b" " * 65536) as url, pytest.raises(HubSilent):
        post(url, b"<b/>")


def test_nobody_there_is_silence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    with pytest.raises(HubSilent):
        post(url, b"<b/>")
