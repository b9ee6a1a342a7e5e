"""What a start puts together from its command line, seen from within its process."""

import json
import logging
import runpy
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from ssl import SSLContext

import anyio.from_thread
import httpx
import pytest

from mock_server.command import main as command
from mock_server.saml import make_key_pair
from mock_server.saml.node_profiles import PRODUCTION, SYMULATOR
from mock_server.server.app import MockServer
from mock_server.server.listening import listen
from mock_server.shared.federation import Federation
from mock_server.web.addresses import Addresses

LOG = logging.getLogger("mock_server")


@dataclass
class Start:
    """What one start made; it serves nothing."""

    app: MockServer
    tls: SSLContext | None
    act: Callable[[], None] = lambda: None
    sockets: tuple[socket.socket, ...] = ()
    stopped: bool = False

    def stop(self) -> None:
        self.stopped = True

    def when_started(self, act: Callable[[], None]) -> None:
        self.act = act

    def run(self, sockets: list[socket.socket]) -> None:
        self.sockets = tuple(sockets)

    @property
    def port(self) -> int:
        port: int = self.sockets[0].getsockname()[1]
        return port

    def greet(self) -> None:
        """Do what is done once the server answers, to its end."""
        before = set(threading.enumerate())
        self.act()
        for thread in set(threading.enumerate()) - before:
            assert thread.daemon
            thread.join(30)


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[..., Start]]:
    """Start with these words, on any free port."""
    starts: list[Start] = []

    def stand_in(app: MockServer, tls: SSLContext | None) -> Start:
        starts.append(Start(app, tls))
        return starts[-1]

    def begin(*words: str | Path) -> Start:
        assert command.main(["--port", "0", *map(str, words)]) == 0
        return starts[-1]

    monkeypatch.setattr(command, "StoppableServer", stand_in)
    monkeypatch.chdir(tmp_path)
    handlers, level = list(LOG.handlers), LOG.level
    yield begin
    LOG.handlers[:] = handlers
    LOG.setLevel(level)
    for one in starts:
        one.sockets[0].close()


def test_a_plain_start_serves_on_loopback_without_tls_and_token(start: Callable[..., Start]) -> None:
    made = start()
    assert made.sockets[0].getsockname()[0] == "127.0.0.1"
    assert made.tls is None
    assert made.app.token is None
    assert made.app.addresses == Addresses("http", port=made.port)
    assert made.app.services.addresses is made.app.addresses


def test_keys_are_kept_in_the_folder_that_was_given(start: Callable[..., Start], tmp_path: Path) -> None:
    made = start("--keys", tmp_path / "keys", "--token", "secret")
    made.app.services.keyring.key_pair("login")
    assert (tmp_path / "keys" / "login.key.pem").exists()
    assert made.app.token == "secret"


def test_tls_is_that_of_the_authority_in_the_folder(start: Callable[..., Start], tmp_path: Path) -> None:
    made = start("--tls", "--keys", tmp_path)
    assert made.tls
    assert (tmp_path / "ca.pem").exists()
    assert made.app.addresses.scheme == "https"


def test_tls_knows_every_name_of_the_bare_host(start: Callable[..., Start], monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, ...]] = []
    monkeypatch.setattr("mock_server.server.tls.server_context", lambda _signer, hosts, _serves: shown.append(hosts))
    start("--tls", "--host", "::1", "--allow-host", "przepustka", "--public-url", "https://hub.example:9")
    assert set(shown[0]) == {"127.0.0.1", "::1", "localhost", "hub.example", "przepustka"}


def federation_of(made: Start, name: str = "main") -> Federation:
    world = made.app.worlds.get(name)
    assert world
    return world.state(Federation)


def test_a_plain_start_prepares_no_world(start: Callable[..., Start]) -> None:
    made = start()
    made.app.worlds.create("later")
    for name in ("main", "later"):
        assert federation_of(made, name) == Federation(SYMULATOR, lenient=False, destinations=(), providers={})


def test_every_world_has_the_providers_and_none_shares_them(start: Callable[..., Start], tmp_path: Path) -> None:
    made = start("--lenient", "--node", "production", "--providers", written(tmp_path))
    made.app.worlds.create("later")
    main, later = federation_of(made), federation_of(made, "later")
    for one in (main, later):
        assert (one.node, one.lenient, list(one.providers)) == (PRODUCTION, True, ["sp.example"])
    main.providers.clear()
    assert list(later.providers) == ["sp.example"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--lenient"], (SYMULATOR, True, [])),
        (["--node", "production"], (PRODUCTION, False, [])),
        (["--providers", "FILE"], (SYMULATOR, False, ["sp.example"])),
    ],
)
def test_each_word_alone_is_heard(
    start: Callable[..., Start], tmp_path: Path, words: list[str], told: tuple[object, ...]
) -> None:
    file = str(written(tmp_path))
    one = federation_of(start(*(word.replace("FILE", file) for word in words)))
    assert (one.node, one.lenient, list(one.providers)) == told


def written(folder: Path) -> Path:
    """A file with one provider."""
    certificate = make_key_pair("sp.example", datetime.now(UTC)).certificate.pem
    entry = {"issuer": "sp.example", "name": "P", "acs_urls": ["https://sp.example/acs"], "certificate": certificate}
    file = folder / "providers.json"
    file.write_text(json.dumps([entry]), encoding="utf-8")
    return file


def test_what_cannot_be_read_ends_the_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "none.yaml"
    with listen() as listener:
        monkeypatch.setattr(command, "listen", lambda _port, _host: listener)
        assert command.main(["--providers", str(file)]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"{file} cannot be read: No such file or directory\n")


def test_a_port_in_use_ends_the_start(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert command.main(["--port", str(port)]) == 1
    told = f"port {port} of 127.0.0.1 is in use: stop what listens there or choose another (--port)\n"
    assert capsys.readouterr().err == told


def test_the_words_of_the_command_line_count_where_none_are_given(
    start: Callable[..., Start], monkeypatch: pytest.MonkeyPatch
) -> None:
    port = start().port
    monkeypatch.setattr("sys.argv", ["mock", "--port", str(port)])
    assert command.main() == 1


def test_a_greeting_follows_once_the_server_answers(
    start: Callable[..., Start], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    made = start("--tls", "--token", "for-tests", "--keys", tmp_path / "keys", "--log", "json")
    assert capsys.readouterr().out == ""
    made.greet()
    told = capsys.readouterr().out
    assert told.startswith(f"\nPrzepustka is ready. Open https://pacjent.localhost:{made.port}/ and log in.\n")
    assert f"\n  control API       https://127.0.0.1:{made.port}/control/openapi.json\n" in told
    assert told.endswith(
        " - Ctrl+C stops.\n\nThe control API asks for: Authorization: Bearer for-tests\n"
        f"Let your browser trust {tmp_path / 'keys' / 'ca.pem'}.\n"
    )
    world = made.app.worlds.get("main")
    assert world
    ready, _child, _parent = world.people
    assert f"\nA ready person: {ready.full_name}, PESEL {ready.pesel}, " in told
    LOG.info("heard", extra={"site": "ikp"})
    assert json.loads(capsys.readouterr().err)["message"] == "heard"


def test_a_plain_greeting_tells_of_no_token_and_no_authority(
    start: Callable[..., Start], capsys: pytest.CaptureFixture[str]
) -> None:
    start().greet()
    assert capsys.readouterr().out.endswith(" - Ctrl+C stops.\n\n")


def test_what_is_told_is_told_at_once(start: Callable[..., Start], monkeypatch: pytest.MonkeyPatch) -> None:
    made, at_once = start("--tls", "--token", "for-tests"), list[bool]()
    monkeypatch.setattr("builtins.print", lambda *_words, flush=False: at_once.append(flush))
    made.greet()
    assert at_once == [True]


def readiness(made: Start) -> httpx.Response:
    with anyio.from_thread.start_blocking_portal() as portal:
        return portal.call(ask, made.app)


async def ask(app: MockServer) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://127.0.0.1") as client:
        return await client.get("/ready")


def test_a_start_is_ready_when_its_person_and_its_keys_are_there(start: Callable[..., Start]) -> None:
    made = start("--keys", "keys")
    before = readiness(made)
    assert (before.status_code, before.headers["retry-after"]) == (503, "1")
    made.greet()
    assert readiness(made).status_code == 200
    world = made.app.worlds.get("main")
    assert world
    assert len(list(world.people)) == 3
    owners = {file.name.removesuffix(".cert.pem") for file in Path("keys").glob("*.cert.pem")}
    assert owners >= {"symulator.login.gov.pl", "int.login.gov.pl", "ikp.pacjent.gov.pl"}


def test_a_start_is_ready_though_nobody_reads_its_greeting(
    start: Callable[..., Start], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(*_words: str, **_more: bool) -> None:
        raise BrokenPipeError

    made = start()
    monkeypatch.setattr("builtins.print", nobody)
    made.greet()
    assert readiness(made).status_code == 200


def test_keys_that_are_no_pair_end_the_start(start: Callable[..., Start], capsys: pytest.CaptureFixture[str]) -> None:
    start("--keys", "keys").greet()
    Path("keys/ikp.pacjent.gov.pl.key.pem").write_text("")
    capsys.readouterr()
    made = start("--keys", "keys")
    made.greet()
    told = capsys.readouterr()
    assert made.stopped
    assert (readiness(made).status_code, told.out) == (503, "")
    assert told.err.count("keys/ikp.pacjent.gov.pl.key.pem") == 1


@pytest.mark.parametrize(
    ("node", "name"),
    [("symulator", "symulator.login.gov.pl"), ("integration", "int.login.gov.pl"), ("production", "login.gov.pl")],
)
def test_only_the_node_that_is_played_has_its_real_name(start: Callable[..., Start], node: str, name: str) -> None:
    app = start("--node", node).app
    names = ("int.login.gov.pl", "symulator.login.gov.pl", "login.gov.pl", "evil.example", "localhost.example")
    assert [one for one in names if app.serves(one)] == [name]
    assert all(app.serves(site) for site in ("login.localhost", "pz--w.localhost"))


def test_the_package_is_a_program_that_ends_with_its_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, command.__name__)
    with socket.create_server(("127.0.0.1", 0)) as other:
        monkeypatch.setattr("sys.argv", ["mock", "--port", str(other.getsockname()[1])])
        with pytest.raises(SystemExit) as ended:
            runpy.run_module("mock_server", run_name="__main__")
    assert ended.value.code == 1
    assert " is in use: " in capsys.readouterr().err
