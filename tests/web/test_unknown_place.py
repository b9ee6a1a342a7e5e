"""An address that leads nowhere says what there is."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest

from mock_server.command.assembling import assemble
from mock_server.server.config import Config
from mock_server.web.addresses import Addresses
from mock_server.web.site_table import SITES
from tests.control.steering import Steering

ADDRESSES = "\n".join(f"  http://{site}.localhost:7/" for site in SITES)
THERE_IS = f"\n\nThe sites of the main world:\n{ADDRESSES}\n\nThe control API: /control on the bare host.\n"


@pytest.fixture
def steering() -> Steering:
    return Steering()


def unknown(steering: Steering, path: str, host: str) -> str:
    """What is told before all that there is."""
    answer = steering.reach("GET", path, host=host)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.endswith(THERE_IS)
    return answer.text.removesuffix(THERE_IS)


@pytest.mark.parametrize(
    ("host", "path"),
    [("nobody.localhost:7", "/"), ("nobody--main.localhost", "/x"), ("127.0.0.1", "/worlds/main/nobody/x")],
)
def test_an_unknown_site_is_told_with_those_there_are(steering: Steering, host: str, path: str) -> None:
    assert unknown(steering, path, host) == "There is no site named 'nobody'."


@pytest.mark.parametrize(
    ("host", "path"),
    [("login--never.localhost:7", "/"), ("nobody--never.localhost", "/x"), ("127.0.0.1", "/worlds/never/login")],
)
def test_an_unknown_world_is_told_with_those_there_are(steering: Steering, host: str, path: str) -> None:
    steering.ask("PUT", "/worlds/ant")
    told = "There is no world named 'never'. Make it with PUT /control/worlds/never. Worlds now: ant, main."
    assert unknown(steering, path, host) == told


def test_of_many_worlds_the_first_twenty_are_told(steering: Steering) -> None:
    for number in reversed(range(30)):
        steering.server.worlds.create(f"a{number:02}")
    told = unknown(steering, "/", "login--never.localhost")
    assert told.endswith("Worlds now: " + ", ".join(f"a{number:02}" for number in range(20)) + ".")


def test_without_the_token_no_world_is_told() -> None:
    guarded = Steering(token="secret")
    guarded.server.worlds.create("of-others")
    assert "of-others" not in guarded.reach("GET", "/", host="login--never.localhost").text


@pytest.mark.parametrize("path", ["/", "/nothing", "/ready/", "/controls", "/worlds", "/worlds/main", "/login/"])
def test_a_path_of_the_bare_host_that_leads_nowhere_is_told(steering: Steering, path: str) -> None:
    assert unknown(steering, path, "127.0.0.1:7") == f"Nothing is at {path} on the bare host."


def test_the_bare_host_tells_when_it_is_ready(steering: Steering) -> None:
    answer = steering.reach("GET", "/ready")
    assert (answer.status_code, answer.text) == (200, "ready\n")


@pytest.mark.parametrize(
    ("host", "path"),
    [
        ("ikp.localhost:7", "/site.css"),
        ("ikp--main.localhost", "/site.css"),
        ("127.0.0.1", "/worlds/main/ikp/site.css"),
    ],
)
def test_a_site_is_found_by_its_host_and_by_its_path(steering: Steering, host: str, path: str) -> None:
    answer = steering.reach("GET", path, host=host)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/css; charset=utf-8")


@pytest.mark.parametrize("path", ["/worlds/main/pacjent", "/worlds/main/pacjent/"])
def test_the_path_of_a_site_alone_is_its_first_page(steering: Steering, path: str) -> None:
    by_host = steering.reach("GET", "/", host="pacjent.localhost:7")
    by_path = steering.reach("GET", path)
    assert (by_path.status_code, by_path.headers.get("location")) == (
        by_host.status_code,
        by_host.headers.get("location"),
    )
    assert by_path.status_code < 400


@pytest.mark.parametrize("kind", ["lifespan", "websocket"])
def test_what_is_no_request_is_not_answered(kind: str) -> None:
    said: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        raise AssertionError("nothing is asked for")

    async def send(message: MutableMapping[str, Any]) -> None:
        said.append(message)

    asyncio.run(assemble(Config(Addresses()))({"type": kind, "path": "/", "headers": []}, receive, send))
    assert said == []
