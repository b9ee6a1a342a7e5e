"""A server that runs: where it listens, when it answers, and what it leaves behind."""

import errno
import os
import signal
import socket
import threading
from pathlib import Path

import httpx
import pytest

from mock_server.command import running
from mock_server.command.assembling import assemble
from mock_server.command.running import RunningServer
from mock_server.server.config import Config
from mock_server.server.http_protocol import HttpProtocol
from mock_server.server.listening import CannotListen, StoppableServer, listen
from mock_server.server.tls import certificate_authority, server_context
from mock_server.web.addresses import Addresses

SIGNALS = (signal.SIGINT, signal.SIGTERM)


def ours() -> StoppableServer:
    return StoppableServer(assemble(Config(Addresses())))


def test_a_free_port_of_loopback_is_listened_on() -> None:
    with listen() as one, listen() as other:
        assert one.getsockname()[0] == "127.0.0.1"
        assert one.getsockname()[1] != other.getsockname()[1]
        with socket.create_connection(one.getsockname(), timeout=10):
            one.accept()[0].close()


def test_a_listener_is_told_to_be_quick_and_to_come_back() -> None:
    with listen() as listener:
        assert (listener.family, listener.type, listener.proto) == (
            socket.AF_INET,
            socket.SOCK_STREAM,
            socket.IPPROTO_TCP,
        )
        assert listener.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) == 1


def test_a_port_in_use_is_told_with_what_to_do() -> None:
    with listen() as listener, pytest.raises(CannotListen) as refused:
        listen(port := listener.getsockname()[1])
    told = f"port {port} of 127.0.0.1 is in use: stop what listens there or choose another (--port)"
    assert str(refused.value) == told


@pytest.mark.parametrize(
    ("host", "why"),
    [
        ("nosuchhost.invalid", "is no host that this machine knows"),
        ("192.0.2.1", "is no address of this machine"),
        ("2001:db8::1", "is no address of this machine"),
        ("zażółć..gęślą", "is no host that this machine knows"),
    ],
)
def test_a_host_that_cannot_be_had_is_not_called_a_port_in_use(host: str, why: str) -> None:
    with pytest.raises(CannotListen, match=why) as refused:
        listen(host=host)
    assert str(refused.value).startswith(host)
    assert "--host" in str(refused.value)


@pytest.mark.parametrize(
    ("number", "why"),
    [(errno.EACCES, "for the administrator alone.*--port"), (errno.ENOBUFS, "cannot be listened on: No buffer space")],
)
def test_a_port_that_cannot_be_had_is_told_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, number: int, why: str
) -> None:
    def refuse(_socket: socket.socket, _address: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(CannotListen, match=rf"^port 80 of 127\.0\.0\.1 .*{why}"):
        listen(80)


def test_ipv6_is_listened_on_and_served() -> None:
    listener = listen(host="::1")
    port = listener.getsockname()[1]
    server = ours()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    assert httpx.get(f"http://[::1]:{port}/ready", trust_env=False, timeout=30).text == "ready\n"
    server.stop()
    thread.join(30)
    assert not thread.is_alive()


def test_a_name_with_addresses_of_both_kinds_is_listened_on_where_clients_look(monkeypatch: pytest.MonkeyPatch) -> None:
    six = (socket.AF_INET6, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", ("::1", 0, 0, 0))
    four = (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", ("127.0.0.1", 0))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_words, **_more: [six, four])
    with listen(host="localhost") as listener:
        assert listener.getsockname()[0] == "127.0.0.1"


def test_a_machine_without_ipv6_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_of_that_kind(*_words: object) -> socket.socket:
        raise OSError(errno.EAFNOSUPPORT, "Address family not supported by protocol")

    monkeypatch.setattr(socket, "socket", none_of_that_kind)
    with pytest.raises(CannotListen, match=r"^this machine has no addresses such as ::1: .*--host"):
        listen(host="::1")


def test_a_server_is_quiet_patient_with_idle_connections_and_ends_soon() -> None:
    config = ours().config
    assert (config.log_level, config.access_log, config.proxy_headers) == ("warning", False, False)
    assert (config.lifespan, config.ws, config.http_protocol_class) == ("off", "none", HttpProtocol)
    assert (config.timeout_graceful_shutdown, config.timeout_keep_alive) == (1, 75)
    assert config.ssl is None


def test_a_server_speaks_tls_where_it_was_given_some(tmp_path: Path) -> None:
    tls = server_context(certificate_authority(tmp_path), ("127.0.0.1",), lambda _host: False)
    assert StoppableServer(assemble(Config(Addresses())), tls).config.ssl is tls


def is_stopping(server: StoppableServer) -> bool:
    return server.should_exit


def test_signals_stop_the_server_and_then_do_what_they_did() -> None:
    server, before = ours(), [signal.getsignal(number) for number in SIGNALS]
    with server.capture_signals():
        assert [signal.getsignal(number) for number in SIGNALS] == [server.handle_exit] * 2
        assert not is_stopping(server)
        signal.raise_signal(signal.SIGTERM)
        assert is_stopping(server)
    assert [signal.getsignal(number) for number in SIGNALS] == before


def test_signals_do_what_they_did_even_after_a_failure() -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    with pytest.raises(RuntimeError, match=r"^failed$"), ours().capture_signals():
        raise RuntimeError("failed")
    assert [signal.getsignal(number) for number in SIGNALS] == before


def test_a_server_in_a_thread_leaves_signals_alone() -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    within: list[object] = []

    def run() -> None:
        with ours().capture_signals():
            within.extend(signal.getsignal(number) for number in SIGNALS)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert within == before


def test_what_is_to_be_done_is_done_once_the_server_answers() -> None:
    told: list[str] = []
    server, listener, done = ours(), listen(), threading.Event()
    port = listener.getsockname()[1]

    def ask() -> None:
        told.append(httpx.get(f"http://127.0.0.1:{port}/ready", trust_env=False, timeout=30).text)
        server.should_exit = True
        done.set()

    server.when_started(lambda: threading.Thread(target=ask, daemon=True).start())
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    assert done.wait(30)
    thread.join(30)
    assert told == ["ready\n"]


def test_a_running_server_answers_until_its_block_ends() -> None:
    with RunningServer() as server:
        (thread,) = (one for one in threading.enumerate() if one is server._thread)
        assert (thread.name, thread.daemon) == ("mock-server", True)
        address = f"http://127.0.0.1:{server.port}/control/worlds/main"
        seen = httpx.get(address, trust_env=False, timeout=30).json()
        assert seen["sites"]["ikp"] == f"http://ikp.localhost:{server.port}/"
        assert list(server.app.worlds) == ["main"]
    assert not thread.is_alive()
    assert server._listener.fileno() == -1


def test_a_running_server_takes_the_port_that_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def listen_anywhere(port: int = 0) -> socket.socket:
        asked.append(port)
        return listen()

    monkeypatch.setattr(running, "listen", listen_anywhere)
    for server in (RunningServer(8123), RunningServer()):
        with server:
            pass
    assert asked == [8123, 0]
