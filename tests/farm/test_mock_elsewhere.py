"""``--mock-url`` is looked over before any test, and refused with what to do."""

import json
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from bootstrap.places import ROOT
from fixtures.browsers import chromium_arguments
from fixtures.loopback import may_be_asked
from measure.farm.serving import forwarder, mock
from mock_server import __version__
from mock_server.client import Control
from tests.reports.session import run

PLUGIN = "fixtures.mock_elsewhere"
FARM = ("-p", "fixtures.browsers_elsewhere", "-p", "fixtures.farm", "-p", "fixtures.here")
MARK = 'import pytest\n@pytest.mark.here({}, reason="{}")\ndef test_one(): pass\n'


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    (tmp_path / "test_it.py").write_text("def test_one(): pass\n")
    return tmp_path


class OfAnotherTime(BaseHTTPRequestHandler):
    """A mock of another version."""

    def do_GET(self) -> None:
        body = b"[]" if self.path.endswith("/worlds") else json.dumps({"info": {"version": "9.9"}}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture
def of_another_time() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), OfAnotherTime) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def refused(suite: Path, *arguments: str) -> str:
    """The one line in which a run with workers is refused."""
    done = run(suite, PLUGIN, *FARM, "-n", "2", *arguments)
    said = done.stdout + done.stderr
    assert done.returncode == pytest.ExitCode.USAGE_ERROR, said
    assert "passed" not in said
    (line,) = [line for line in said.splitlines() if "--mock-url" in line or "the browsers do not" in line]
    return line


def test_a_mock_that_does_not_answer_is_told_once(suite: Path) -> None:
    assert "no mock answers at http://127.0.0.1:1 " in refused(suite, "--mock-url", "http://127.0.0.1:1")


def test_a_mock_of_another_version_is_told(suite: Path, of_another_time: str) -> None:
    assert f"is 9.9, this suite is for {__version__}" in refused(suite, "--mock-url", of_another_time)


def test_an_address_that_is_none_is_told(suite: Path) -> None:
    assert "write it whole" in refused(suite, "--mock-url", "mock:8000")


def test_the_token_is_asked_for_and_the_way_of_the_browsers(suite: Path, tmp_path: Path) -> None:
    """Sites at another port than the mock's own, as behind a forwarder that nobody started."""
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        own, seen = (str(free.getsockname()[1]) for free in (one, other))
    place, keys = f"127.0.0.1:{own}", str(tmp_path / "keys")
    url = ("--mock-url", f"http://{place}")
    with mock("--port", own, "--public-url", f"http://localhost:{seen}", "--token", "t", "--keys", keys):
        assert "token" in refused(suite, *url)
        assert f"mock_server forward --port {seen} --to {place}" in refused(suite, *url, "--mock-token", "t")
        with forwarder(int(seen), place):
            done = run(suite, PLUGIN, *FARM, *url, PRZEPUSTKA_TOKEN="t")
            assert done.returncode == 0, done.stdout + done.stderr
        with Control(f"http://{place}", "t") as control:
            assert control.worlds() == ["main"]


def test_what_must_be_here_is_left_out_elsewhere_with_its_reason(suite: Path) -> None:
    (suite / "test_it.py").write_text(MARK.format('"mock"', "it stops it"))
    told = ("-rs", "--collect-only", "--mock-url", "http://127.0.0.1:1")
    assert run(suite, PLUGIN, *FARM, *told).returncode == 0
    (suite / "conftest.py").write_text(
        "from fixtures import farm\nimport pytest\nfarm.refuse_mock = farm._unreached = lambda _config: ''\n"
    )
    done = run(suite, PLUGIN, *FARM, "-rs", "--mock-url", "http://127.0.0.1:1")
    assert "elsewhere: mock; it stops it" in done.stdout
    assert "1 skipped" in done.stdout
    assert "1 passed" in run(suite, PLUGIN, *FARM).stdout


@pytest.mark.parametrize(("what", "reason"), [('"mock"', " "), ('"moon"', "why"), ("", "why")])
def test_a_mark_without_a_reason_or_of_nothing_is_refused(suite: Path, what: str, reason: str) -> None:
    (suite / "test_it.py").write_text(MARK.format(what, reason).replace("(, ", "("))
    done = run(suite, PLUGIN, *FARM)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "give mock, browsers or both, and a reason=" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("http://ikp.localhost:8000/", True),
        ("http://127.0.0.1:8000/", True),
        ("data:text/html,x", True),
        ("https://login.mock.example:8443/", True),
        ("https://mock.example/", True),
        ("https://evilmock.example/", False),
        ("https://mock.example.evil/", False),
        ("https://gov.pl/", False),
    ],
)
def test_the_named_host_may_be_asked_and_no_other(address: str, may: bool) -> None:
    assert may_be_asked(address, frozenset({"mock.example"})) is may


def test_chromium_is_told_of_the_named_host_and_no_other() -> None:
    (rules,) = [argument for argument in chromium_arguments(frozenset({"mock.example"})) if "MAP *" in argument]
    assert rules.endswith("EXCLUDE 127.0.0.1, EXCLUDE mock.example, EXCLUDE *.mock.example")
    (usual,) = [argument for argument in chromium_arguments(frozenset()) if "MAP *" in argument]
    assert usual.endswith("EXCLUDE 127.0.0.1")


def test_every_such_option_is_in_the_how_to() -> None:
    page = (ROOT / "docs" / "farm.md").read_text(encoding="utf-8")
    assert [
        o for o in ("--mock-url", "--mock-token", "--mock-ca", "--connect", "--shard", "--merge") if o not in page
    ] == []
