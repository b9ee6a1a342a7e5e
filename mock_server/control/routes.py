"""The control API, put together."""

from collections.abc import Awaitable, Callable
from functools import cache
from typing import Any

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, Router
from starlette.types import Message, Receive, Scope, Send

from ..app import MockServer
from ..aside import load_aside
from . import clock, credentials, faults, logins, observing, people, phones, providers, settings, worlds
from .access import refusal
from .openapi import describe

ENDPOINTS = [
    endpoint
    for part in (worlds, people, credentials, phones, providers, logins, clock, settings, observing, faults)
    for endpoint in part.api.endpoints
]
_SECURITY_HEADERS = [
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
]
"""In ASGI's shape."""


@cache
def _document() -> dict[str, Any]:
    return describe(ENDPOINTS)


async def _openapi(_request: Request) -> Response:
    return JSONResponse(await load_aside(_document))


def _serve(endpoint: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    async def serve(request: Request) -> Response:
        return await endpoint(request)

    return serve


_router = Router(
    routes=[
        Mount(
            "/control",
            routes=[
                Route("/openapi.json", _openapi),
                *(Route(e.path, _serve(e), methods=[e.method]) for e in ENDPOINTS),
            ],
        )
    ]
)


async def control(scope: Scope, receive: Receive, send: Send) -> None:
    """Serve one request of somebody who may steer (ASGI)."""
    server: MockServer = scope["server"]
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    origins = (f"{server.addresses.scheme}://{host}", f"{scope['scheme']}://{host}")
    refused = refusal(headers, own_origins=origins, token=server.token)
    app = JSONResponse({"error": refused[1]}, status_code=refused[0]) if refused else _router
    await app(scope, receive, _with_headers(send))


def _with_headers(send: Send) -> Send:
    """Add what keeps an answer out of caches, frames and the pages of other origins."""

    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], *_SECURITY_HEADERS]
        await send(message)

    return send_with_headers
