"""Slow first steps keep nobody waiting who does not need them."""

import asyncio
import threading
from types import ModuleType

import anyio.lowlevel
import httpx
import pytest

from mock_server.command import assembling
from mock_server.command.assembling import assemble
from mock_server.server import app
from mock_server.server.aside import load_aside
from mock_server.server.config import Config
from mock_server.web.addresses import Addresses


def test_others_are_served_while_something_loads() -> None:
    served = threading.Event()

    def load(what: str) -> str:
        assert served.wait(30)
        return what

    async def serve() -> None:
        served.set()

    async def both() -> str:
        loading = asyncio.create_task(load_aside(load, "control"))
        await asyncio.create_task(serve())
        return await loading

    assert asyncio.run(both()) == "control"


def test_what_is_loaded_is_there_at_once() -> None:
    threads: list[str] = []

    def load() -> None:
        threads.append(threading.current_thread().name)

    async def twice() -> None:
        await load_aside(load)
        await load_aside(load)

    asyncio.run(twice())
    assert threads[0] != threading.current_thread().name
    assert threads[1] == threading.current_thread().name


@pytest.mark.parametrize(
    ("module", "loads", "path"),
    [
        (assembling, "load_control", "/control/worlds"),
        (app, "site_of", "/worlds/main/ikp/"),
        (app, "site_of", "/"),
    ],
)
def test_the_first_call_of_a_part_keeps_no_other_waiting(
    monkeypatch: pytest.MonkeyPatch, module: ModuleType, loads: str, path: str
) -> None:
    load, other_is_served = getattr(module, loads), threading.Event()

    def load_slowly(*arguments: object) -> object:
        assert other_is_served.wait(30)
        return load(*arguments)

    monkeypatch.setattr(module, loads, load_slowly)
    host = "127.0.0.1" if path != "/" else "pacjent.localhost"

    async def both() -> int:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(assemble(Config(Addresses())))) as client:
            first = asyncio.create_task(client.get(f"http://{host}{path}"))
            await anyio.lowlevel.checkpoint()
            assert (await client.get("http://127.0.0.1/ready")).status_code == 200
            other_is_served.set()
            return (await first).status_code

    assert asyncio.run(both()) == 200
