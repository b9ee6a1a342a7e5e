"""Who may steer a server that wants a token."""

import asyncio

import httpx
import pytest

from mock_server.command.assembling import assemble
from mock_server.server.config import Config
from mock_server.web.addresses import Addresses


def status(token: str | None, **headers: str) -> int:
    transport = httpx.ASGITransport(assemble(Config(Addresses(), token=token)))
    client = httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")
    return asyncio.run(client.get("/control/worlds", headers=headers)).status_code


@pytest.mark.parametrize("given", ["", "Bearer", "Bearer guessed", "Bearer secre", "Bearer secret2"])
def test_only_who_brings_the_token_may_steer(given: str) -> None:
    assert status("secret") == 401
    assert status("secret", Authorization=given) == 401
    assert status("secret", Authorization="Bearer secret") == 200


@pytest.mark.parametrize("scheme", ["bearer", "BEARER", "bEaReR"])
def test_the_scheme_is_taken_in_any_case(scheme: str) -> None:
    assert status("secret", Authorization=f"{scheme} secret") == 200


@pytest.mark.parametrize("scheme", ["", "Basic ", "Bearer2 "])
def test_the_token_counts_for_no_other_scheme(scheme: str) -> None:
    assert status("secret", Authorization=f"{scheme}secret") == 401


def test_without_one_everybody_may() -> None:
    assert status(None) == 200
