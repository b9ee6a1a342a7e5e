"""The back channel, and answers that do not come whole, or not in time."""

import asyncio

import pytest
from starlette.types import Receive, Scope, Send

from mock_server.web.back_channel import BackChannel, BackChannelFailed


async def cut(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"half", "more_body": True})


async def silent(_scope: Scope, _receive: Receive, _send: Send) -> None:
    await asyncio.Event().wait()


def test_an_answer_that_is_cut_is_none() -> None:
    with pytest.raises(BackChannelFailed, match="ended before it was whole"):
        asyncio.run(BackChannel(cut, {"ikp"}).post("main", "ikp", "/x"))


def test_silence_is_waited_for_no_longer_than_real_clients_wait() -> None:
    channel = BackChannel(silent, {"ikp"})
    assert channel.patience == 10
    channel.patience = 0.01
    with pytest.raises(BackChannelFailed, match="TimeoutError"):
        asyncio.run(channel.post("main", "ikp", "/x"))
