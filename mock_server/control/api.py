"""The mechanism: endpoints as data, checked requests, clear errors, and what OpenAPI says of them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter
from starlette.requests import Request
from starlette.responses import Response

from ..kernel.near import beginning, near
from ..kernel.world import World
from .reading import Query, read_body, read_queries, require_json
from .refusal import ControlRefused

if TYPE_CHECKING:
    from ..server.app import MockServer

Body = TypeVar("Body")
Answer = TypeVar("Answer")


class Message(BaseModel):
    """A body; a field that nobody knows is an error, not a silent nothing, and so is a type but its own."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Nothing(Message):
    """No content."""


@dataclass(frozen=True)
class Call:
    """One call of the control API.

    Attributes:
        queries: what was given after the question mark, checked, by name.
    """

    request: Request
    server: "MockServer"
    queries: dict[str, Any]

    def path(self, name: str) -> str:
        """A part of the path."""
        value: str = self.request.path_params[name]
        return value

    @property
    def world(self) -> World:
        """The world that the path names.

        Raises:
            ControlRefused: 404, there is none of that name.
        """
        name = self.path("world")
        world = self.server.worlds.get(name)
        if world is None:
            told = beginning(name)
            raise ControlRefused(
                404,
                f"there is no world named {told!r}: make it with PUT /control/worlds/{told}; "
                f"{near(name, self.server.worlds)}",
            )
        return world


@dataclass(frozen=True)
class Endpoint:
    """One row of the API: served and described from the same data."""

    method: str
    path: str
    summary: str
    body: TypeAdapter[Any]
    answer: TypeAdapter[Any]
    handler: Callable[[Call, Any], Awaitable[Any]]
    queries: tuple[Query, ...]

    @property
    def name(self) -> str:
        """As errors call it."""
        return f"{self.method} {self.path}"

    async def __call__(self, request: Request) -> Response:
        """Check, handle, answer.

        Raises:
            ControlRefused: the request is none that this endpoint takes.
        """
        require_json(request)
        queries = read_queries(request, self.queries, self.name)
        body = await read_body(request, self.body, self.name)
        content = await self.handler(Call(request, request.scope["mock"], queries), body)
        return Response(self.answer.dump_json(content), media_type="application/json")


class Api:
    """The endpoints of one file, collected by decorating their handlers."""

    def __init__(self) -> None:
        self.endpoints: list[Endpoint] = []

    def endpoint(
        self, method: str, path: str, body: type[Body], answer: type[Answer], *, queries: tuple[Query, ...] = ()
    ) -> Callable[[Callable[[Call, Body], Awaitable[Answer]]], Callable[[Call, Body], Awaitable[Answer]]]:
        """Register a handler; its docstring is the summary. A body of ``Nothing`` may be left out."""

        def register(handler: Callable[[Call, Body], Awaitable[Answer]]) -> Callable[[Call, Body], Awaitable[Answer]]:
            summary = (handler.__doc__ or "").strip()
            adapters = TypeAdapter(body), TypeAdapter(answer)
            self.endpoints.append(Endpoint(method, path, summary, *adapters, handler, queries))
            return handler

        return register
