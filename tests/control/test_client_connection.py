"""How the Python client reaches a mock: with which address, token and authority, and what it says where it cannot."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from mock_server.client import Control, ControlFailed, MockUnreachable
from mock_server.server.listening import listen
from tests.command.serving import serving
from tests.control.wire import Wire


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (httpx.Response(409, json={"error": "taken"}), "taken"),
        (httpx.Response(401, text="Send the token\n"), "Send the token\n"),
        (httpx.Response(500, text="Internal Server Error"), "Internal Server Error"),
    ],
)
def test_a_refusal_is_told_in_its_own_words(wire: Wire, asking: Control, answer: httpx.Response, told: str) -> None:
    wire.answer = answer
    with pytest.raises(ControlFailed) as refused:
        asking.worlds()
    assert str(refused.value) == told


def test_a_token_is_shown_with_every_request_and_none_where_there_is_none(wire: Wire) -> None:
    wire.answer = httpx.Response(200, json=[])
    for token in ("secret", None):
        with Control("http://127.0.0.1:7//", token) as control:
            assert control.worlds() == []
    assert [request.headers.get("Authorization") for request in wire.requests] == ["Bearer secret", None]


def test_a_loaded_mock_gets_longer_than_the_five_seconds_that_clients_usually_wait(wire: Wire, asking: Control) -> None:
    wire.answer = httpx.Response(200, json=[])
    asking.worlds()
    (request,) = wire.requests
    assert min(request.extensions["timeout"].values()) > 5


def test_a_proxy_of_the_environment_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with listen() as nobody:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{nobody.getsockname()[1]}")
    with serving() as url, Control(url) as control:
        assert control.worlds() == ["main"]


def test_a_client_that_was_closed_asks_no_more(wire: Wire) -> None:
    with Control("http://127.0.0.1:7") as control:
        pass
    with pytest.raises(RuntimeError, match="closed"):
        control.worlds()
    assert wire.requests == []


@pytest.mark.parametrize(("address", "verified"), [("http://127.0.0.1:7", False), ("https://mock.example", True)])
def test_whom_it_asks_is_verified_where_there_is_tls(
    monkeypatch: pytest.MonkeyPatch, address: str, *, verified: bool
) -> None:
    made: list[dict[str, object]] = []
    monkeypatch.setattr(httpx, "Client", lambda **wishes: made.append(wishes))
    Control(address)
    assert [(wishes["base_url"], wishes["verify"]) for wishes in made] == [(address, verified)]


def test_an_address_where_nobody_listens_is_named_with_what_to_do() -> None:
    with listen() as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with Control(url) as control, pytest.raises(MockUnreachable, match=r"refused.*start one there") as refused:
        control.worlds()
    assert f"no mock answers at {url} " in str(refused.value)


@pytest.mark.parametrize("url", ["", "127.0.0.1:8000", "localhost", "http://127.0.0.1:8000/control", "http://x:99999"])
def test_an_address_that_is_no_bare_host_is_refused_at_once(url: str) -> None:
    with pytest.raises(ValueError, match=r"http://127\.0\.0\.1:8000$"):
        Control(url)


@pytest.mark.parametrize("content", [None, "", "no PEM"])
def test_a_file_that_holds_no_authority_is_named(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    with pytest.raises(ValueError, match=str(file)):
        Control("https://127.0.0.1:8443", ca=file)


@pytest.fixture
def tls_url(tmp_path: Path) -> Iterator[str]:
    """Where a mock listens that speaks TLS with the authority of this test's folder."""
    with serving(keys=tmp_path) as url:
        yield url


def test_an_authority_can_be_named(tls_url: str, tmp_path: Path) -> None:
    with Control(tls_url, ca=tmp_path / "ca.pem") as control:
        assert control.worlds() == ["main"]


def test_an_authority_that_nobody_named_is_told_how_to_be(tls_url: str) -> None:
    with Control(tls_url) as control, pytest.raises(MockUnreachable, match=r"PRZEPUSTKA_CA") as refused:
        control.worlds()
    assert tls_url in str(refused.value)
