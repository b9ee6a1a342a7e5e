"""The mechanism: endpoints as data, checked bodies, clear errors, and what OpenAPI says of them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from ..kernel.world import World
from ..web import content

if TYPE_CHECKING:
    from ..app import MockServer

Body = TypeVar("Body")
Answer = TypeVar("Answer")


class Message(BaseModel):
    """A body; a field that nobody knows is an error, not a silent nothing."""

    model_config = ConfigDict(extra="forbid")


class ControlRefused(Exception):
    """Shown as JSON: what is wrong and what to do."""

    def __init__(self, status: int, error: str) -> None:
        super().__init__(error)
        self.status = status
        self.error = error


@dataclass(frozen=True)
class Call:
    """One call of the control API."""

    request: Request
    server: "MockServer"

    def path(self, name: str) -> str:
        """A part of the path."""
        value: str = self.request.path_params[name]
        return value

    def query(self, name: str) -> str | None:
        """A value after the question mark."""
        return self.request.query_params.get(name)

    @property
    def world(self) -> World:
        """The world that the path names.

        Raises:
            ControlRefused: 404, there is none of that name.
        """
        name = self.path("world")
        world = self.server.worlds.get(name)
        if world is None:
            raise ControlRefused(404, f"there is no world named {name!r}: make it with PUT /control/worlds/{name}")
        return world


@dataclass(frozen=True)
class Endpoint:
    """One row of the API: served and described from the same data."""

    method: str
    path: str
    summary: str
    body: TypeAdapter[Any] | None
    answer: TypeAdapter[Any]
    handler: Callable[[Call, Any], Awaitable[Any]]
    parameters: tuple[str, ...]

    async def __call__(self, request: Request) -> Response:
        """Check, handle, answer."""
        try:
            call = Call(request, request.scope["server"])
            body = await self._read(request) if self.body else None
            answer = await self.handler(call, body)
        except ControlRefused as refusal:
            return JSONResponse({"error": refusal.error}, status_code=refusal.status)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody reads it
        return Response(self.answer.dump_json(answer), media_type="application/json")

    async def _read(self, request: Request) -> Any:  # noqa: ANN401 - the adapter knows the type
        assert self.body  # noqa: S101 - narrows the type
        body = await content.read_body(request)
        if content.is_too_large(body):
            raise ControlRefused(413, f"the body is too large: send at most {content.BODY_LIMIT // 1024} kB of JSON")
        try:
            return self.body.validate_json(body or b"{}")
        except ValidationError as error:
            problems = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'body'}: {e['msg']}" for e in error.errors())
            raise ControlRefused(422, f"{self.method} {self.path}: {problems}") from error


class Api:
    """The endpoints of one file, collected by decorating their handlers."""

    def __init__(self) -> None:
        self.endpoints: list[Endpoint] = []

    def endpoint(
        self, method: str, path: str, body: type[Body], answer: type[Answer], *, parameters: tuple[str, ...] = ()
    ) -> Callable[[Callable[[Call, Body], Awaitable[Answer]]], Callable[[Call, Body], Awaitable[Answer]]]:
        """Register a handler; its docstring is the summary. A body of ``Nothing`` is not read."""

        def register(handler: Callable[[Call, Body], Awaitable[Answer]]) -> Callable[[Call, Body], Awaitable[Answer]]:
            adapter = None if body is Nothing else TypeAdapter(body)
            summary = (handler.__doc__ or "").strip()
            self.endpoints.append(Endpoint(method, path, summary, adapter, TypeAdapter(answer), handler, parameters))
            return handler

        return register


class Nothing(Message):
    """No content."""
