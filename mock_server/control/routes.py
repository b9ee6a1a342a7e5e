"""The control API, put together."""

from collections.abc import Awaitable, Callable
from functools import cache
from typing import Any

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, Router
from starlette.types import Receive, Scope, Send

from ..app import MockServer
from ..aside import load_aside
from ..web.guard import guarded
from . import clock, credentials, faults, logins, observing, people, phones, providers, settings, worlds
from .access import refusal
from .openapi import describe

ENDPOINTS = [
    endpoint
    for part in (worlds, people, credentials, phones, providers, logins, clock, settings, observing, faults)
    for endpoint in part.api.endpoints
]
_SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
"""What keeps an answer out of caches, frames and the pages of other origins."""


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
    await app(scope, receive, guarded(send, _SECURITY_HEADERS))
