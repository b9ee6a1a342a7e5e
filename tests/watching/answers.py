"""Answers made by hand, as the oracles of the watchers are shown them."""

from typing import Any, cast

from starlette.datastructures import Headers

from fixtures.devices import COMPUTER
from fixtures.watching.answers import Answer
from fixtures.watching.watcher import Watched
from fixtures.world import WorldControl

GOOD = {
    "content-type": "text/html; charset=utf-8",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "content-security-policy": "default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
}
"""What a page that is for one person is sent with."""


def answer(path: str = "/konto", query: str = "", **given: Any) -> Answer:  # noqa: ANN401 - of any field
    headers = GOOD | given.pop("headers", {})
    lines = [(name, value) for name, value in headers.items() if value is not None]
    lines += [("set-cookie", line) for line in given.pop("cookies", ())]
    raw = [(name.encode(), value.encode()) for name, value in lines]
    fields: dict[str, Any] = {"site": "ikp", "world": "t", "method": "GET", "status": 200, "body": b"<p>", **given}
    asked = Headers(fields.pop("asked", {}))
    return Answer(path=path, query=query, headers=Headers(raw=raw), asked=asked, **fields)


def watched(*answers: Answer, **given: Any) -> Watched:  # noqa: ANN401 - of any field
    fields: dict[str, Any] = {"acts": (), "console": (), "out_of_reach": (), "device": COMPUTER, **given}
    return Watched(cast(WorldControl, None), answers, **fields)
