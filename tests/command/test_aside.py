"""Slow first steps keep nobody waiting who does not need them."""

import asyncio
import threading

import anyio.lowlevel
import httpx
import pytest

from mock_server import app
from mock_server.app import MockServer
from mock_server.aside import load_aside
from mock_server.house import Wishes
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
    ("loads", "path"), [("_control", "/control/worlds"), ("site_of", "/worlds/main/ikp/"), ("site_of", "/")]
)
def test_the_first_call_of_a_part_keeps_no_other_waiting(
    monkeypatch: pytest.MonkeyPatch, loads: str, path: str
) -> None:
    load, other_is_served = getattr(app, loads), threading.Event()

    def load_slowly(*arguments: object) -> object:
        assert other_is_served.wait(30)
        return load(*arguments)

    monkeypatch.setattr(app, loads, load_slowly)
    host = "127.0.0.1" if path != "/" else "pacjent.localhost"

    async def both() -> int:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(MockServer(Wishes(Addresses())))) as client:
            first = asyncio.create_task(client.get(f"http://{host}{path}"))
            await anyio.lowlevel.checkpoint()
            assert (await client.get("http://127.0.0.1/ready")).status_code == 200
            other_is_served.set()
            return (await first).status_code

    assert asyncio.run(both()) == 200
