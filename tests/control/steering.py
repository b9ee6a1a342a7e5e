"""The control API of a server that listens nowhere, so that a test may look into its worlds."""

import asyncio
import json

import httpx

from mock_server.command.assembling import assemble
from mock_server.kernel.making import Recipe, make_person
from mock_server.kernel.people import Person
from mock_server.kernel.world import World
from mock_server.server.config import Config
from mock_server.web.addresses import Addresses

WORLD = "/worlds/main"
JSON = {"Content-Type": "application/json"}


class Steering:
    """Asks, and sees what became of the main world."""

    def __init__(self, token: str | None = None) -> None:
        self.server = assemble(Config(Addresses(port=7), token=token))
        self.transport = httpx.ASGITransport(self.server)

    @property
    def world(self) -> World:
        """The main world."""
        world = self.server.worlds.get("main")
        assert world
        return world

    def person(self, seed: int = 1) -> Person:
        """Somebody who has everything."""
        return self.world.people.add(make_person(Recipe(seed), self.world.clock.now()))

    def ask(self, method: str, path: str, body: object = None) -> httpx.Response:
        """What the control API answers."""
        return self.reach(method, f"/control{path}", body)

    def reach(self, method: str, path: str, body: object = None, host: str = "127.0.0.1:7") -> httpx.Response:
        """What the server answers at this path of this host."""

        return self.send(method, path, b"" if body is None else json.dumps(body).encode(), JSON, host)

    def send(
        self, method: str, path: str, content: bytes, headers: dict[str, str], host: str = "127.0.0.1:7"
    ) -> httpx.Response:
        """What the server answers to these bytes under these headers."""

        async def answered() -> httpx.Response:
            async with httpx.AsyncClient(transport=self.transport, base_url=f"http://{host}") as client:
                return await client.request(method, path, content=content, headers=headers)

        return asyncio.run(answered())


def refusal(steering: Steering, method: str, path: str, body: object = None) -> tuple[int, str]:
    """The status and the words of a refusal, which is JSON and nothing else."""
    refused = steering.ask(method, path, body)
    assert refused.headers["content-type"] == "application/json"
    (told,) = refused.json().items()
    assert told[0] == "error"
    return refused.status_code, told[1]
