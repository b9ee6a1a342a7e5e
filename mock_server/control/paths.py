"""The paths of the API: each leads to its endpoints, and whatever leads nowhere is told what is near."""

from collections.abc import Sequence

from starlette.requests import ClientDisconnect, Request
from starlette.routing import Route, Router
from starlette.types import Receive, Scope, Send

from ..kernel.near import beginning, resembling
from .api import Endpoint
from .refusal import ControlRefused

_ROOT = "/control"
_LONGEST = 300
"""Characters of a path that are compared and repeated."""


def router_of(endpoints: Sequence[Endpoint]) -> Router:
    """Serve these endpoints (ASGI); any refusal is JSON."""
    paths = list(dict.fromkeys(endpoint.path for endpoint in endpoints))
    return Router(
        routes=[Route(f"{_ROOT}{path}", _Path([e for e in endpoints if e.path == path])) for path in paths],
        redirect_slashes=False,
        default=_Nowhere(paths),
    )


class _Path:
    """What answers at one path: each method its endpoint."""

    def __init__(self, endpoints: Sequence[Endpoint]) -> None:
        self._endpoints = {endpoint.method: endpoint for endpoint in endpoints}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self._endpoint(request)(request)
        except ControlRefused as refusal:
            response = refusal.response()
        except ClientDisconnect:
            return  # nobody reads an answer
        await response(scope, receive, send)

    def _endpoint(self, request: Request) -> Endpoint:
        known = self._endpoints
        found = known.get("GET" if request.method == "HEAD" else request.method)
        if found is None:
            allow = ", ".join(known)
            path = beginning(request.scope["path"], _LONGEST)
            raise ControlRefused(405, f"{path} does not answer to {request.method}; known: {allow}", allow)
        return found


class _Nowhere:
    """What answers at any other path."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = [f"{_ROOT}{path}" for path in paths]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = "/".join(beginning(part) for part in beginning(scope["path"], _LONGEST).split("/"))
        close = resembling(asked, sorted({_like(path, asked) for path in self._paths}), longest=_LONGEST)
        told = f"near: {', '.join(close)}" if close else f"GET {_ROOT}/openapi.json lists what is"
        await ControlRefused(404, f"nothing is at {asked}; {told}").response()(scope, receive, send)


def _like(path: str, asked: str) -> str:
    """A path of ours with the names of another in the places of its own."""
    ours, theirs = path.split("/"), asked.split("/")
    return "/".join(theirs[i] if part[:1] == "{" and i < len(theirs) else part for i, part in enumerate(ours))
