"""Who is said to ask comes with a form, so from anybody: it names a site of the same world, or nobody."""

import asyncio

import httpx
import pytest

from tests.control.steering import Steering

ASKED = ("pz", "mojeid", "e-dowod", "login-mobywatel", "mbank")


def delegated(steering: Steering, site: str, asker: str, ask: str) -> int:
    """How a site answers a form that says who asks."""

    async def post() -> httpx.Response:
        async with httpx.AsyncClient(transport=steering.transport, base_url=f"http://{site}.localhost:7") as client:
            return await client.post("/delegated", data={"asker": asker, "ask": ask})

    return asyncio.run(post()).status_code


@pytest.mark.parametrize("site", ASKED)
@pytest.mark.parametrize(
    "asker",
    [
        "../../control/worlds/other/reset?", "../other/login", "login/../../other/login", "..", "", "login?", "login#",
        "login%2f..", "ipko\\", "http://evil.example", "login\n", "pz", "nobody",
    ],
)  # fmt: skip
def test_a_form_steers_nothing_by_naming_its_asker(site: str, asker: str) -> None:
    steering = Steering()
    other = steering.server.worlds.create("other")
    assert delegated(steering, site, asker, "x") == 410
    assert steering.server.worlds.get("other") is other
    assert other.journal.read() == []
