"""What one site takes from another without the browser."""

import asyncio
import json
from dataclasses import dataclass

import httpx
import pytest

from mock_server.command.assembling import assemble
from mock_server.server import app
from mock_server.server.config import Config
from mock_server.web.addresses import Addresses
from mock_server.web.back_channel import HEADER, BackChannelFailed
from mock_server.web.delegation import READY, Ready, ReadyQuestion
from mock_server.web.exchange import Exchange

NOWHERE = Exchange("/back/nie-ma", ReadyQuestion, Ready)
MESSAGES = {"/back/ready": "Wyślij obiekt JSON.", "/back/push": "Wyślij obiekt JSON z polami: push, pesel, approve."}
"""What may be sent, and what is told to who sends something else."""


@dataclass(frozen=True)
class Moody:
    """A reply that no site gives."""

    mood: str


@pytest.fixture
def server() -> app.MockServer:
    return assemble(Config(Addresses()))


def posted(server: app.MockServer, path: str, content: str, key: str) -> httpx.Response:
    async def post() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(server), base_url="http://127.0.0.1") as client:
            return await client.post(f"/worlds/main/pz{path}", content=content, headers={HEADER: key})

    return asyncio.run(post())


@pytest.mark.parametrize("path", MESSAGES)
@pytest.mark.parametrize("content", [[], "ready", 1, None])
def test_a_message_is_an_object(server: app.MockServer, path: str, content: object) -> None:
    refused = posted(server, path, json.dumps(content), server.services.back_channel.key)
    assert refused.status_code == 400


@pytest.mark.parametrize("path", MESSAGES)
def test_nobody_else_is_heard(server: app.MockServer, path: str) -> None:
    assert posted(server, path, "{}", "guessed").status_code == 404


def test_a_site_that_is_ready_says_so(server: app.MockServer) -> None:
    told = posted(server, "/back/ready", "{}", server.services.back_channel.key)
    assert (told.status_code, told.json()) == (200, {"ready": True})


def test_a_refusal_is_told_with_its_address_and_status(server: app.MockServer) -> None:
    with pytest.raises(BackChannelFailed) as failed:
        asyncio.run(server.services.back_channel.ask("main", "pz", NOWHERE, ReadyQuestion()))
    assert str(failed.value) == "pz/back/nie-ma: 404"


def test_a_reply_of_another_form_counts_as_no_reply(server: app.MockServer) -> None:
    asked = Exchange("/back/ready", ReadyQuestion, Moody)
    with pytest.raises(BackChannelFailed, match=r"^pz/back/ready: "):
        asyncio.run(server.services.back_channel.ask("main", "pz", asked, ReadyQuestion()))


def test_an_address_where_nobody_listens_is_named(server: app.MockServer) -> None:
    with pytest.raises(BackChannelFailed, match=r"^http://127\.0\.0\.1:9/acs: ConnectError\("):
        asyncio.run(server.services.back_channel.send_soap(Addresses(), "main", "http://127.0.0.1:9/acs", b"<x/>"))


@pytest.mark.parametrize("site", ["nobody", "", "../control/worlds/main", "..", "pz/../../other/pz", "PZ"])
def test_only_a_site_of_the_table_is_reached(server: app.MockServer, site: str) -> None:
    with pytest.raises(BackChannelFailed, match="no site is named"):
        asyncio.run(server.services.back_channel.ask("main", site, READY, ReadyQuestion()))


def test_the_control_api_is_out_of_reach(server: app.MockServer) -> None:
    async def asked() -> httpx.Response:
        return await server.services.back_channel._client.get("/control/worlds")

    assert asyncio.run(asked()).status_code == 404


def test_a_message_to_a_site_of_another_world_stays_here(server: app.MockServer) -> None:
    server.worlds.create("other")
    sent = server.services.back_channel.send_soap(
        Addresses(), "main", "http://ikp--other.localhost/saml/logout", b"<x/>"
    )
    with pytest.raises(BackChannelFailed, match="another world"):
        asyncio.run(sent)
    other = server.worlds.get("other")
    assert other
    assert other.journal.read() == []


@pytest.mark.parametrize(
    "url",
    [
        "http://login.localhost/../../other/login/login-services/singleLogoutService",
        "http://login.localhost/%2e%2e/%2e%2e/other/login/x",
        "http://login.localhost/./x",
        "http://x.y@login--other.localhost/saml",
        "http://x@login--other.localhost/saml",
    ],
)
def test_no_spelling_of_an_address_leads_a_message_into_another_world(server: app.MockServer, url: str) -> None:
    other = server.worlds.create("other")
    with pytest.raises(BackChannelFailed, match=r"another world|leads out"):
        asyncio.run(server.services.back_channel.send_soap(Addresses(), "main", url, b"<x/>"))
    assert other.journal.read() == []
