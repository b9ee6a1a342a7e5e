"""What a site takes over the back channel, and what it says to anything else."""

import asyncio
import json

import httpx
import pytest
from lxml import html

from mock_server.command.assembling import assemble
from mock_server.server import app
from mock_server.server.config import Config
from mock_server.web.addresses import Addresses
from mock_server.web.back_channel import HEADER

FIELDS: dict[tuple[str, str], dict[str, str | bool]] = {
    ("login", "/back/ask"): {"ask": "a", "provider": "pz"},
    ("mbank", "/back/answer"): {"artifact": "a", "asker": "pz"},
    ("mbank", "/back/withdrawn"): {"ask": "a", "asker": "pz"},
    ("login-mobywatel", "/back/read"): {"code": "c", "pesel": "02070803628"},
    ("login-mobywatel", "/back/decide"): {"code": "c", "pesel": "02070803628", "approve": True},
    ("pz", "/back/push"): {"push": "p", "pesel": "02070803628", "approve": True},
    ("mobywatel", "/back/code"): {"pesel": "02070803628", "text": "8;D;1"},
    ("mobywatel", "/back/consent"): {"pesel": "02070803628", "code": "c", "approve": True},
    ("mobywatel", "/back/push-answer"): {"pesel": "02070803628", "push": "p", "approve": True},
    ("e-dowod", "/back/read"): {"app": "a", "code": "c"},
    ("e-dowod", "/back/read-number"): {"app": "a", "number": "123456789"},
    ("e-dowod", "/back/decline"): {"app": "a", "code": "c"},
    ("e-dowod", "/back/approve"): {"app": "a", "code": "c", "card": "ABC123456"},
}
"""The fields of each message, by who takes it and where."""
each_message = pytest.mark.parametrize(("site", "path"), FIELDS, ids=lambda part: part.strip("/").replace("/", "-"))


@pytest.fixture(scope="module")
def server() -> app.MockServer:
    return assemble(Config(Addresses()))


def posted(server: app.MockServer, site: str, path: str, content: bytes) -> httpx.Response:
    async def post() -> httpx.Response:
        headers = {HEADER: server.services.back_channel.key}
        async with httpx.AsyncClient(transport=httpx.ASGITransport(server), base_url="http://127.0.0.1") as client:
            return await client.post(f"/worlds/main/{site}{path}", content=content, headers=headers)

    return asyncio.run(post())


@each_message
def test_who_asks_without_the_fields_is_told_which(server: app.MockServer, site: str, path: str) -> None:
    refused = posted(server, site, path, b"{}")
    assert refused.status_code == 400
    told = html.document_fromstring(refused.text).findtext(".//main//p")
    assert told
    assert all(name in told for name in FIELDS[site, path])


@each_message
def test_a_field_of_another_type_is_refused(server: app.MockServer, site: str, path: str) -> None:
    message = FIELDS[site, path]
    for name, value in message.items():
        wrong = "true" if value is True else 1
        assert posted(server, site, path, json.dumps({**message, name: wrong}).encode()).status_code == 400, name


@each_message
@pytest.mark.parametrize("content", [b"", b"\xff", b"{", b"[" * 20_000, b'{"a": "\\ud800"}'], ids=range(5))
def test_what_is_no_json_is_refused(server: app.MockServer, site: str, path: str, content: bytes) -> None:
    assert posted(server, site, path, content).status_code == 400
