"""``python -m mock_server`` as a person starts it: what it says, and how it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from bootstrap.places import ROOT

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


def test_keys_that_are_a_file_are_refused_before_anything_starts(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    file.write_text("")
    ended = subprocess.run([*MOCK, "--keys", str(file)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert f"argument --keys: '{file}' is no folder" in ended.stderr


def test_a_disk_without_room_for_keys_ends_the_start_and_the_next_one_works(tmp_path: Path) -> None:
    words = ("--port", "0", "--keys", str(tmp_path))
    no_room = ["bash", "-c", 'ulimit -f 0; exec "$@"', "bash", *MOCK, *words]
    ended = subprocess.run(no_room, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.count(str(tmp_path)) == 1
    assert "--keys" in ended.stderr
    with subprocess.Popen([*MOCK, *words], cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        assert "is ready" in next(line for line in server.stdout if line.strip())
        server.send_signal(signal.SIGTERM)
        assert server.wait(30) == 0


def test_a_console_of_few_letters_is_told_all_the_same(tmp_path: Path) -> None:
    few = os.environ | {"PYTHONIOENCODING": "ascii"}
    command = [*MOCK, "--port", "0", "--keys", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=few) as server:
        assert server.stdout
        assert server.stderr
        assert any(b"Ctrl+C stops" in line for line in server.stdout)
        server.send_signal(signal.SIGTERM)
        assert server.stderr.read() == b""


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("--host nosuchhost.invalid", "nosuchhost.invalid is no host"),
        ("--host 192.0.2.1", "192.0.2.1 is no address of this machine"),
        ("--port 70000", "argument --port: '70000' is no port"),
        ("--port -1", "--port"),
        ("--public-url http://x:99999", "argument --public-url: http://x:99999: write it whole"),
    ],
)
def test_a_start_that_cannot_be_says_which_option_and_why(words: str, names: str) -> None:
    ended = subprocess.run([*MOCK, *words.split()], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode in {1, 2}, ended.stdout) == (True, "")
    assert names in ended.stderr
    assert "Traceback" not in ended.stderr


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
