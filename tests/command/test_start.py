"""``python -m mock_server`` as a person starts it: what it says, and how it ends."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from reports.places import ROOT

MOCK = (sys.executable, "-m", "mock_server")


def test_a_start_tells_all_that_a_person_needs(tmp_path: Path) -> None:
    words = ("--port", "0", "--tls", "--token", "for-tests", "--keys", str(tmp_path))
    with subprocess.Popen([*MOCK, *words], cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        told = ""
        for line in server.stdout:
            told += line
            if "ca.pem" in line:
                break
        server.send_signal(signal.SIGTERM)
        assert server.wait(30) == 0
    assert "Przepustka is ready. Open https://pacjent.localhost:" in told
    assert re.search(r"^  control API +https://127\.0\.0\.1:\d+/control/openapi\.json$", told, re.MULTILINE)
    for site in ("pacjent", "login", "ikp", "mojeikp", "mobywatel", "edo-app"):
        assert re.search(rf" https://{site}\.localhost:\d+/(telefon/\+48\d{{9}})?$", told, re.MULTILINE), site
    assert re.search(r"^SMS and pushes are in https://127\.0\.0\.1:\d+/control/worlds/main/inbox ", told, re.MULTILINE)
    assert "\nThe control API asks for: Authorization: Bearer for-tests\n" in told
    assert told.endswith(f"\nLet your browser trust {tmp_path / 'ca.pem'}.\n")
    assert (tmp_path / "ca.pem").exists()


def test_a_port_in_use_is_told_before_anything_starts() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ended = subprocess.run([*MOCK, "--port", str(port)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert f"port {port} of 127.0.0.1 is in use" in ended.stderr


@pytest.mark.parametrize(
    ("words", "node", "lenient"),
    [
        ("", "symulator", False),
        ("--lenient", "symulator", True),
        ("--node production", "production", False),
        ("--node integration --lenient", "integration", True),
    ],
)
def test_worlds_begin_as_the_start_said(tmp_path: Path, words: str, node: str, *, lenient: bool) -> None:
    command = [*MOCK, "--port", "0", "--keys", str(tmp_path), *words.split()]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        address = next(line.split()[-1] for line in server.stdout if "control API" in line)
        hub = httpx.patch(address.replace("openapi.json", "worlds/main/hub"), json={}, trust_env=False).json()
        server.send_signal(signal.SIGTERM)
    assert (hub["node"], hub["lenient"]) == (node, lenient)
