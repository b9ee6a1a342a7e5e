"""The control API, put together."""

from functools import cache
from typing import Any

from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send

from ..server.app import MockServer
from ..server.aside import load_aside
from ..web.guard import guarded
from . import (
    authorisations,
    booking,
    clock,
    credentials,
    faults,
    logins,
    observing,
    people,
    phones,
    prevention,
    providers,
    records,
    settings,
    worlds,
)
from .access import refusal
from .api import Api, Call, Endpoint, Nothing
from .openapi import describe
from .paths import router_of
from .refusal import ControlRefused

api = Api()
_SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
"""What keeps an answer out of caches, frames and the pages of other origins."""


@api.endpoint("GET", "/openapi.json", Nothing, dict[str, Any])
async def describe_all(call: Call, _body: Nothing) -> dict[str, Any]:
    """What there is: this document."""
    return await load_aside(_document, call.request.scope["endpoints"])


@cache
def _document(endpoints: tuple[Endpoint, ...]) -> dict[str, Any]:
    return describe(endpoints)


ENDPOINTS: tuple[Endpoint, ...] = (
    *api.endpoints,
    *(
        endpoint
        for part in (
            worlds,
            people,
            credentials,
            records,
            authorisations,
            booking,
            prevention,
            phones,
            providers,
            logins,
            clock,
            settings,
            observing,
            faults,
        )
        for endpoint in part.api.endpoints
    ),
)
"""Those of this layer; the layers above have further ones."""


class Control:
    """The control API as one ASGI application.

    Args:
        endpoints: all that there is to ask for.
    """

    def __init__(self, endpoints: tuple[Endpoint, ...]) -> None:
        self._endpoints = endpoints
        self._router = router_of(endpoints)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request of somebody who may steer (ASGI)."""
        server: MockServer = scope["mock"]
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        origins = (f"{server.addresses.scheme}://{host}", f"{scope['scheme']}://{host}")
        refused = refusal(headers, own_origins=origins, token=server.token)
        app = ControlRefused(*refused).response() if refused else self._router
        await app({**scope, "endpoints": self._endpoints}, receive, guarded(send, _SECURITY_HEADERS))
