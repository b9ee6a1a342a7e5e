"""The control API, put together."""

from collections.abc import Awaitable, Callable
from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, Router

from . import clock, credentials, faults, logins, observing, people, phones, providers, settings, worlds
from .openapi import describe

ENDPOINTS = [
    endpoint
    for part in (worlds, people, credentials, phones, providers, logins, clock, settings, observing, faults)
    for endpoint in part.api.endpoints
]


@cache
def _document() -> dict[str, Any]:
    return describe(ENDPOINTS)


async def _openapi(_request: Request) -> Response:
    return JSONResponse(_document())


def _serve(endpoint: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    async def serve(request: Request) -> Response:
        return await endpoint(request)

    return serve


control = Router(
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
"""The ASGI application of the API."""
