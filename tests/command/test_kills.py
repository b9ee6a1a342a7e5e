"""A start that is killed at any moment leaves a folder of keys that the next start works with (``--kills N``)."""

import random
import signal
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from bootstrap.places import ROOT
from fixtures.http_browser import HttpBrowser
from mock_server.client import Control

KILLED = (sys.executable, "-m", "tests.command.killed_start")
MOCK = (sys.executable, "-m", "mock_server")
LAST_WORDS = "Ctrl+C stops"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Kill as often as was asked for."""
    if "kill" in metafunc.fixturenames:
        metafunc.parametrize("kill", range(metafunc.config.getoption("--kills")))


@contextmanager
def started(*command: str | Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A start that has said its last words, or was killed before, and what it said."""
    with subprocess.Popen(list(map(str, command)), cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        told = ""
        for line in server.stdout:
            told += line
            if LAST_WORDS in line:
                break
        try:
            yield server, told
        finally:
            server.kill()


@dataclass(frozen=True)
class Length:
    """Of a whole start: how many functions it calls, and how many lines of the keepers of keys it walks."""

    calls: int
    lines: int


TLS = ((), ("--tls",))


@pytest.fixture(scope="module")
def lengths(tmp_path_factory: pytest.TempPathFactory) -> list[Length]:
    """Without and with TLS."""
    return [measure(tmp_path_factory.mktemp("whole"), tls) for tls in TLS]


def measure(folder: Path, tls: tuple[str, ...]) -> Length:
    with started(*KILLED, "count", "0", "--port", "0", "--keys", folder, *tls) as (server, _):
        server.send_signal(signal.SIGTERM)
        assert server.stdout
        counted = server.stdout.read().split()
    return Length(*map(int, counted[counted.index("counted") + 1 :]))


@pytest.mark.timeout(600)
def test_after_a_kill_at_any_moment_the_next_start_works(kill: int, lengths: list[Length], tmp_path: Path) -> None:
    tls, length = TLS[kill % 2], lengths[kill % 2]
    kind = ("lines", "calls")[kill // 2 % 2]
    moment = random.Random(kill).randint(1, getattr(length, kind))
    words = ("--port", "0", "--keys", tmp_path, *tls)
    with started(*KILLED, kind, str(moment), *words):
        pass
    with started(*MOCK, *words) as (server, told):
        assert LAST_WORDS in told, f"killed at {moment} of {length}: {sorted(file.name for file in tmp_path.iterdir())}"
        bare = next(line.split()[-1] for line in told.splitlines() if "control API" in line).partition("/control")[0]
        log_in(bare, tmp_path / "ca.pem" if tls else None)
        server.send_signal(signal.SIGTERM)
        assert server.wait() == 0


def log_in(bare: str, ca: Path | None) -> None:
    """Let the ready person log in through the hub, over SAML."""
    verify = ssl.create_default_context(cafile=ca) if ca else False
    patient = httpx.Client(base_url=bare, trust_env=False, verify=verify, timeout=None)  # noqa: S113 - the test's own ends
    with Control(bare, ca=ca) as control, patient as client:
        control._http.timeout = client.timeout
        world = control.world("main")
        person = next(one for one in world.people() if one.id_card)
        world.expect_login(person)
        assert client.get("/ready").status_code == 200
        assert HttpBrowser(client).open(world.url("ikp", "/zaloguj")).heading.startswith("Regulamin")
