"""Reading a request: what it must carry, what it may carry, and what is told when it carries something else."""

from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError
from starlette.requests import Request

from ..kernel.near import beginning, near
from ..kernel.problems import problems_of
from ..web import content
from .refusal import ControlRefused

_JSON = "application/json"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Query:
    """A value that an endpoint takes after the question mark."""

    name: str
    adapter: TypeAdapter[Any]
    required: bool = False


def require_json(request: Request) -> None:
    """Let nobody change anything by a form: a page of another site can send one without asking first.

    Raises:
        ControlRefused: 415, the request may change something and is not marked as JSON.
    """
    given = request.headers.get("content-type", "")
    if request.method not in {"GET", "HEAD"} and given.partition(";")[0].strip().lower() != _JSON:
        raise ControlRefused(
            415,
            f"every POST, PUT, PATCH and DELETE carries the header Content-Type: {_JSON}, with or without a body; "
            f"this one {f'says {given!r}' if given else 'has none'}",
        )


def read_queries(request: Request, known: tuple[Query, ...], where: str) -> dict[str, Any]:
    """What was given after the question mark, by name.

    Raises:
        ControlRefused: 422, a name is unknown or given twice, one is missing, or a value makes no sense.
    """
    given = request.query_params
    by_name = {query.name: query for query in known}
    for name in given:
        if name not in by_name:
            takes = near(name, by_name) if by_name else "it takes none"
            raise ControlRefused(
                422, f"{where}: no value after the question mark is named {beginning(name)!r}; {takes}"
            )
        if len(given.getlist(name)) > 1:
            raise ControlRefused(422, f"{where}: {name} is given twice")
    for query in known:
        if query.required and query.name not in given:
            raise ControlRefused(422, f"{where}: say which: ?{query.name}=…")
    return {name: _query(by_name[name], value, where) for name, value in given.items()}


def _query(query: Query, value: str, where: str) -> Any:  # noqa: ANN401 - the adapter knows the type
    try:
        return query.adapter.validate_python(value)
    except ValidationError as error:
        told = problems_of(error, query.adapter, query.name)
        blank = "; a + is written %2B after the question mark" if value.startswith(" ") else ""
        raise ControlRefused(422, f"{where}: {told}{blank}") from error


async def read_body(request: Request, body: TypeAdapter[Any], where: str) -> Any:  # noqa: ANN401 - the adapter knows
    """What the body says; an empty one says nothing of what may be left out.

    Raises:
        ControlRefused: 413 or 422, it is too large, no JSON in UTF-8, or not what the endpoint takes.
        ClientDisconnect: the client left before it had sent everything.
    """
    given = await content.read_body(request)
    if content.is_too_large(given):
        raise ControlRefused(413, f"the body is too large: send at most {content.BODY_LIMIT // 1024} kB of JSON")
    if given.startswith(_BYTE_ORDER_MARK):
        raise ControlRefused(422, f"{where}: the body begins with a byte order mark: send UTF-8 without one")
    return validated(body, given or b"{}", where)


def validated(adapter: TypeAdapter[Any], json: bytes, where: str) -> Any:  # noqa: ANN401 - the adapter knows
    """What JSON says.

    Raises:
        ControlRefused: 422, with every problem and what is near to a name that is unknown.
    """
    try:
        return adapter.validate_json(json)
    except ValidationError as error:
        raise ControlRefused(422, f"{where}: {problems_of(error, adapter, 'body')}") from error
