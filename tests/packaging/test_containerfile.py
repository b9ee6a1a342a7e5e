"""What can be checked of the Containerfile where no container engine runs: its files, its lock, its command."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from mock_server.server.listening import listen

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
TOKEN = "for-tests"


def instruction(name: str) -> str:
    (found,) = re.findall(rf"^{name}\s+(.*)$", TEXT, re.MULTILINE)
    return str(found)


def command_of(text: str) -> list[str]:
    """The exec form, with this Python for the image's."""
    program, *arguments = json.loads(text[text.index("[") :])
    assert program == "python"
    return [sys.executable, *arguments]


def pins(lock: str) -> set[str]:
    return set(re.findall(r"^(\S+==\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


def test_every_file_that_is_copied_exists() -> None:
    copied = [source for line in re.findall(r"^COPY (.*) \S+$", TEXT, re.MULTILINE) for source in line.split()]
    assert copied
    assert [source for source in copied if not (ROOT / source).exists()] == []


@pytest.mark.parametrize("name", [".dockerignore", ".containerignore"])
def test_what_is_copied_is_not_ignored(name: str) -> None:
    kept = {line[1:] for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if line.startswith("!")}
    assert kept == {"mock_server", "requirements.mock.lock"}


def test_its_lock_is_part_of_the_one_that_is_tested() -> None:
    assert pins("requirements.mock.lock")
    assert pins("requirements.mock.lock") <= pins("requirements.lock")


def test_its_lock_names_no_host() -> None:
    assert "://" not in (ROOT / "requirements.mock.lock").read_text(encoding="utf-8")


def test_nobody_in_it_is_root() -> None:
    assert instruction("USER") not in {"root", "0"}
    assert TEXT.index("\nUSER") < TEXT.index("\nENTRYPOINT")


@pytest.fixture
def mock(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The command of the image, on a free port and with keys in a folder of the test."""
    with listen() as listener:
        port: int = listener.getsockname()[1]
    command = command_of(instruction("ENTRYPOINT")) + command_of('["python", ' + instruction("CMD")[1:])[1:]
    command = [str(tmp_path) if part == "/keys" else part for part in command] + ["--port", str(port)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PRZEPUSTKA_TOKEN": TOKEN}
    server = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL)
    yield server, port
    server.kill()
    server.wait()


def test_its_command_starts_answers_and_stops(mock: tuple[subprocess.Popen[bytes], int]) -> None:
    server, port = mock
    bare = httpx.Client(
        base_url=f"http://127.0.0.1:{port}",
        transport=httpx.HTTPTransport(retries=10),
        headers={"Authorization": f"Bearer {TOKEN}"},
        trust_env=False,
        timeout=30,
    )
    with bare:
        while (answer := bare.get("/ready")).status_code == 503:
            assert server.poll() is None
        assert answer.text == "ready\n"
        assert bare.get("/control/worlds/main").json()["sites"]["login"] == "http://login.localhost:8000/"
    check = command_of(instruction("HEALTHCHECK"))
    assert subprocess.run([part.replace(":8000", f":{port}") for part in check], check=False).returncode == 0
    server.send_signal(signal.SIGTERM)
    assert server.wait(30) == 0
