"""``mock_server forward``: bytes pass as they are, both ways, until it is stopped."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread

import pytest

from bootstrap.places import ROOT
from measure.farm.serving import forwarder
from mock_server.command.forwarding import main as forward
from mock_server.command.words import main


class Shout(StreamRequestHandler):
    """Says, in capitals, all that it heard, once there is no more."""

    def handle(self) -> None:
        self.wfile.write(self.rfile.read().upper())


@pytest.fixture
def shouting() -> Iterator[int]:
    """The port of a server that shouts back."""
    with ThreadingTCPServer(("127.0.0.1", 0), Shout) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def said_to(port: int, words: bytes) -> bytes:
    """What comes back from the port for these words."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(words)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def port_of(said: str) -> int:
    return int(said.partition(" leads")[0].rpartition(":")[2])


def test_all_bytes_pass_both_ways_and_their_end_too(shouting: int) -> None:
    with forwarder(0, f"localhost:{shouting}") as said:
        assert said_to(port_of(said), b"w" * 1_000_000) == b"W" * 1_000_000
        assert said_to(port_of(said), b"again") == b"AGAIN"


def test_where_nothing_listens_a_connection_ends_and_the_next_is_tried(shouting: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        place = gone.getsockname()[1]
    with forwarder(0, f"127.0.0.1:{place}") as said:
        with suppress(ConnectionError):  # as the other end may close before it has read all
            assert said_to(port_of(said), b"hello") == b""
        with ThreadingTCPServer(("127.0.0.1", place), Shout) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            assert said_to(port_of(said), b"hello") == b"HELLO"
            server.shutdown()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_well_when_it_is_stopped_with_connections_open(shouting: int, number: signal.Signals) -> None:
    command = [sys.executable, "-m", "mock_server", "forward", "--port", "0", "--to", f"127.0.0.1:{shouting}"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as program:
        assert program.stdout
        port = port_of(program.stdout.readline().decode())
        assert said_to(port, b"ready") == b"READY"
        with socket.create_connection(("127.0.0.1", port)):
            assert said_to(port, b"so the other is open too") == b"SO THE OTHER IS OPEN TOO"
            program.send_signal(number)
            assert program.communicate()[0] == b""
        assert program.returncode == 0


def test_a_port_that_is_taken_is_told(shouting: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forward", "--port", str(shouting), "--to", "mock:8000"]) == 1
    assert "is in use" in capsys.readouterr().err


@pytest.mark.parametrize("place", ["mock", ":8000", "mock:", "mock:0", "mock:x", "http://mock:8000", "mock:70000"])
def test_what_is_no_place_is_refused(place: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        forward(["--to", place])
    assert ended.value.code == 2
    assert "give" in capsys.readouterr().err
