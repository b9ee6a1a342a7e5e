"""What is no request is refused, and half of one not waited for; an offer of another protocol changes nothing."""

import json
import logging
import socket
from collections.abc import Iterator, Sequence

import pytest

from mock_server.command.running import RunningServer
from mock_server.server import http_protocol
from mock_server.server.http_protocol import HttpProtocol

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


def all_of_the_answer(port: int, sent: bytes) -> bytes:
    """What comes until the server closes the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(sent)
        return connection.makefile("rb").read()


def test_an_offer_leaves_no_word_in_the_log(port: int, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        assert names_answered(port, [b"".join(wanting("Ala", OFFER))]) == ["Ala"]
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.parametrize(
    "head",
    [b"GET /ready HTTP/1.1\r\n", b"GET /ready HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: 127.0.0.1\r\n",
     b"GET /ready HTTP/1.0\r\nHost: a\r\nHost: b\r\n", b"GET /ready HTTP/1.1\r\n" + OFFER],
    ids=["none", "two", "two_in_1.0", "none_with_an_offer"],
)  # fmt: skip
def test_a_request_names_one_host(port: int, head: bytes) -> None:
    answer = all_of_the_answer(port, head + b"\r\n")
    assert answer.startswith(b"HTTP/1.1 400")
    assert b"Host" in answer


def test_an_old_client_need_not_name_a_host(port: int) -> None:
    assert not all_of_the_answer(port, b"GET /ready HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 400")
    assert all_of_the_answer(port, b"GET /ready HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n").startswith(b"HTTP/1.1 200")


def test_a_tunnel_is_refused(port: int) -> None:
    assert all_of_the_answer(port, b"CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n").startswith(b"HTTP/1.1 400")


HALVES = {
    "line": b"GET /rea",
    "head": b"GET /ready HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half: ",
    "offer": b"GET /ready HTTP/1.1\r\nHost: 127.0.0.1\r\n" + OFFER,
    "blank_line": b"\r\n",
    "body": b"POST /control/worlds/main/people HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    b'Content-Type: application/json\r\nContent-Length: 50\r\n\r\n{"given_name": ',
    "form": b"POST /delegated HTTP/1.1\r\nHost: pz.localhost\r\nContent-Length: 50\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nask=",
    "second": b"GET /ready HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /ready",
}


@pytest.mark.parametrize("half", HALVES)
def test_half_a_request_is_not_waited_for_long(
    port: int, half: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(HttpProtocol, "patience", 0.05)
    answer = all_of_the_answer(port, HALVES[half])
    assert answer.rpartition(b"HTTP/1.1 ")[2].startswith(b"408")
    assert caplog.records == []


def test_half_a_request_is_waited_for_ten_seconds() -> None:
    assert HttpProtocol.patience == 10


def test_who_answers_late_to_a_whole_request_is_not_cut_off(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """An event stream lives longer than half a request may."""
    monkeypatch.setattr(HttpProtocol, "patience", 0.05)
    assert names_answered(port, [b"".join(wanting("Ala"))], [b"".join(wanting("Ela"))]) == ["Ala", "Ela"]


@pytest.mark.parametrize("endless", [b"GET /", b"GET / HTTP/1.1\r\nX: ", b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 9000])
def test_an_endless_head_is_not_taken_in(port: int, endless: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(endless)
        with pytest.raises(ConnectionError):
            connection.sendall(b"x" * 2**26)


def test_a_long_head_is_refused_with_the_reason(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_protocol, "_HEAD_LIMIT", 1000)
    assert all_of_the_answer(port, b"GET /" + b"x" * 2000).startswith(b"HTTP/1.1 431")


def test_what_is_no_http_is_refused(port: int) -> None:
    head, _, body = all_of_the_answer(port, b"no such thing\r\n\r\n").partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400")
    assert body == b"Invalid HTTP request received."


def test_a_connection_is_counted_once_whoever_reads_it() -> None:
    with RunningServer() as server:
        counted = server._server.server_state.connections
        head, body = wanting("Ala", OFFER)
        with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
            connection.sendall(head + body)
            assert connection.recv(100).startswith(b"HTTP/1.1 200")
            assert [type(one) for one in counted] == [HttpProtocol]


def test_many_offers_at_once_are_all_answered(port: int) -> None:
    asked = b"GET /ready HTTP/1.1\r\nHost: 127.0.0.1\r\n" + OFFER + b"\r\n"
    last = b"GET /ready HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    assert all_of_the_answer(port, asked * 1500 + last).count(b"HTTP/1.1 200") == 1501


@pytest.mark.parametrize(
    "sent", [b"no request\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n"]
)
def test_what_is_refused_unread_is_guarded_too(port: int, sent: bytes) -> None:
    head = all_of_the_answer(port, sent).partition(b"\r\n\r\n")[0].lower()
    assert head.startswith(b"http/1.1 400")
    assert b"x-content-type-options: nosniff" in head
    assert b"frame-ancestors 'none'" in head
