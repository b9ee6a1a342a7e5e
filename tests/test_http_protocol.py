"""A client that offers another protocol is served as if it had not (RFC 9110, 7.8)."""

import json
import socket
from collections.abc import Iterator, Sequence

import pytest
from uvicorn.protocols.http.h11_impl import H11Protocol

from mock_server.running import RunningServer

OFFER = b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAAB\r\n"
OTHER_OFFER = b"Connection: Upgrade\r\nUpgrade: websocket\r\n"


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with RunningServer() as server:
        yield server.port


def wanting(given_name: str, offer: bytes = b"") -> tuple[bytes, bytes]:
    """Head and body of a request for a person of this name."""
    body = json.dumps({"given_name": given_name}).encode()
    head = b"POST /control/worlds/main/people HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    return head + offer + b"Content-Length: %d\r\n\r\n" % len(body), body


def names_answered(port: int, *requests: Sequence[bytes]) -> list[str]:
    """What each request on one connection brought; every piece of it is sent in a segment of its own."""
    names = []
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        stream = connection.makefile("rb")
        for pieces in requests:
            for piece in pieces:
                connection.sendall(piece)
            assert stream.readline().startswith(b"HTTP/1.1 20")
            length = 0
            while line := stream.readline().strip().lower():
                if line.startswith(b"content-length:"):
                    length = int(line.partition(b":")[2])
            names.append(json.loads(stream.read(length))["given_name"])
    return names


@pytest.mark.parametrize("offer", [b"", OFFER, OTHER_OFFER], ids=["none", "h2c", "websocket"])
def test_body_arrives_whole_with_its_head_and_after_it(port: int, offer: bytes) -> None:
    head, body = wanting("Zażółć", offer)
    assert names_answered(port, [head + body]) == ["Zażółć"]
    assert names_answered(port, [head, body]) == ["Zażółć"]
    assert names_answered(port, [head + body[:5], body[5:]]) == ["Zażółć"]


@pytest.mark.parametrize("cut", range(20, 260, 40))
def test_offer_may_be_cut_anywhere(port: int, cut: int) -> None:
    request = b"".join(wanting("Gęślą", OFFER))
    assert cut < len(request)
    assert names_answered(port, [request[:cut], request[cut:]]) == ["Gęślą"]


def test_connection_goes_on_after_an_offer(port: int) -> None:
    plain, offering = b"".join(wanting("Ala")), b"".join(wanting("Ela", OFFER))
    assert names_answered(port, [plain], [offering], [plain], [offering]) == ["Ala", "Ela", "Ala", "Ela"]


def test_what_is_no_http_is_refused(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(b"no such thing\r\n\r\n")
        answer = connection.makefile("rb").read()
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400")
    assert body == b"Invalid HTTP request received."


def test_a_connection_is_counted_once_whoever_reads_it() -> None:
    with RunningServer() as server:
        counted = server._server.server_state.connections
        head, body = wanting("Ala", OFFER)
        with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
            connection.sendall(head + body)
            assert connection.recv(100).startswith(b"HTTP/1.1 200")
            assert [type(one) for one in counted] == [H11Protocol]
