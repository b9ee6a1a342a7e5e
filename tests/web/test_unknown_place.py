"""An address that leads nowhere says what there is."""

import asyncio
from collections.abc import Callable, MutableMapping
from typing import Any

import pytest

from fixtures.surfer import Surfer
from mock_server.app import MockServer
from mock_server.client import WorldControl
from mock_server.house import Wishes
from mock_server.web.addresses import Addresses


def test_an_unknown_site_is_told_with_those_there_are(new_surfer: Callable[[], Surfer], world: WorldControl) -> None:
    surfer = new_surfer().open(world.url("login").replace("//login", "//nobody"))
    assert surfer.status == 404
    assert surfer.source.startswith("There is no site named 'nobody'.\n\nThe sites of the main world:\n")
    assert "://login.localhost:" in surfer.source


def test_an_unknown_world_is_told_with_those_there_are(new_surfer: Callable[[], Surfer], world: WorldControl) -> None:
    surfer = new_surfer().open(world.url("login").replace(f"--{world.name}", "--never-made"))
    assert surfer.status == 404
    assert "There is no world named 'never-made'. Make it with PUT /control/worlds/never-made. " in surfer.source
    assert world.name in surfer.source


@pytest.mark.parametrize("kind", ["lifespan", "websocket"])
def test_what_is_no_request_is_not_answered(kind: str) -> None:
    said: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        raise AssertionError("nothing is asked for")

    async def send(message: MutableMapping[str, Any]) -> None:
        said.append(message)

    asyncio.run(MockServer(Wishes(Addresses()))({"type": kind, "path": "/", "headers": []}, receive, send))
    assert said == []
