"""To which host names the server answers: a page whose name leads here by DNS rebinding reaches nothing."""

import asyncio

import httpx
import pytest

from mock_server.command.assembling import assemble
from mock_server.server.config import Config
from mock_server.web.addresses import Addresses, host_name
from tests.control.steering import Steering

HERE = ("192.0.2.7", 8000)
"""Where the connection came in, in an ASGI scope."""


def reached(
    host: str, path: str = "/ready", *, addresses: Addresses | None = None, allowed: frozenset[str] = frozenset()
) -> httpx.Response:
    """What a server off loopback answers to this Host header."""
    server = assemble(Config(addresses or Addresses(), hosts=allowed))

    async def get() -> httpx.Response:
        transport = httpx.ASGITransport(server)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{HERE[0]}:{HERE[1]}") as client:
            return await client.get(path, headers={"Host": host})

    return asyncio.run(get())


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.0.0.1:8000", "127.9.9.9", "[::1]", "[::1]:8000", "localhost", "LOCALHOST:1", "localhost.",
        "192.0.2.7:8000",
    ],
)  # fmt: skip
def test_loopback_and_the_address_of_the_connection_are_the_bare_host(host: str) -> None:
    assert reached(host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example", "192.0.2.8", "",
        "[::2]", "10.0.0.1", "login.gov.pl.evil.example", "evil.example:", "a:b:c", "evil-localhost",
        "[127.0.0.1", "127.0.0.1]", "]]127.0.0.1[[:80", "[[::1]]:1", "[::1", "::1]", "::1", "::1:80", "[127.0.0.1]",
        "[localhost]:80", "[login.localhost", "[login.localhost]", "login.localhost]:80", "[::1].", "[]",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/ready", "/control/worlds", "/worlds/main/pacjent/", "/"])
def test_any_other_name_reaches_nothing(host: str, path: str) -> None:
    assert reached(host, path).status_code == 421


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_readiness_is_only_read(method: str) -> None:
    refused = Steering().send(method, "/ready", b"", {})
    assert refused.status_code == 405
    assert set(refused.headers["allow"].split(", ")) == {"GET", "HEAD"}


def test_readiness_is_told_to_a_head_too() -> None:
    assert Steering().send("HEAD", "/ready", b"", {}).status_code == 200


def test_who_is_turned_away_is_told_the_option() -> None:
    assert "--allow-host przepustka" in reached("przepustka:8000").text


def test_an_allowed_name_is_the_bare_host() -> None:
    assert reached("Przepustka:8000", allowed=frozenset({"przepustka"})).status_code == 200


def test_behind_a_public_address_its_name_is_the_bare_host_and_below_it_are_the_sites() -> None:
    public = Addresses("https", "hub.example.com")
    assert reached("hub.example.com", addresses=public).status_code == 200
    assert reached("login.hub.example.com", "/site.css", addresses=public).status_code == 200
    assert reached("other.example.com", addresses=public).status_code == 421


@pytest.mark.parametrize("host", ["login.localhost", "login.localhost.", "Login.LocalHost.:8000"])
def test_a_full_name_may_end_with_its_dot(host: str) -> None:
    assert reached(host, "/site.css").status_code == 200


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("a.b:1", "a.b"),
        ("a.b.", "a.b"),
        ("[::1]:80", "::1"),
        ("[::1]", "::1"),
        ("A:", "a"),
        ("", ""),
        ("a:b:c", ""),
        ("a:²", ""),
    ],
)
def test_a_host_header_is_read_to_its_name(header: str, name: str) -> None:
    assert host_name(header) == name
