"""What the API says of itself (OpenAPI 3.1)."""

import re
from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError

from .. import __version__
from .api import Endpoint

_TEMPLATE = "#/components/schemas/{model}"


def describe(endpoints: Sequence[Endpoint]) -> dict[str, Any]:
    """The OpenAPI document of these endpoints."""
    schemas: dict[str, Any] = {}
    paths: dict[str, Any] = {}
    for endpoint in endpoints:
        paths.setdefault(f"/control{endpoint.path}", {})[endpoint.method.lower()] = _operation(endpoint, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Przepustka control API", "version": __version__},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _operation(endpoint: Endpoint, schemas: dict[str, Any]) -> dict[str, Any]:
    text = {"schema": {"type": "string"}}
    in_path = [{"name": n, "in": "path", "required": True} | text for n in re.findall(r"{(\w+)}", endpoint.path)]
    in_query = [
        {"name": query.name, "in": "query", "required": query.required, "schema": query.adapter.json_schema()}
        for query in endpoint.queries
    ]
    operation: dict[str, Any] = {
        "summary": endpoint.summary,
        "operationId": f"{endpoint.handler.__module__.rpartition('.')[2]}_{endpoint.handler.__name__}",
        "parameters": [*in_path, *in_query],
        "responses": {
            "200": {"description": "Done", "content": _json(endpoint.answer, "serialization", schemas)},
            "4XX": {"description": "Refused; the text of `error` says why and what to do"},
        },
    }
    if endpoint.method != "GET":
        content = _json(endpoint.body, "validation", schemas)
        operation["requestBody"] = {"required": not _may_be_empty(endpoint.body), "content": content}
        operation["responses"]["415"] = {"description": "Refused; every change is marked as JSON, body or not"}
    return operation


def _may_be_empty(body: TypeAdapter[Any]) -> bool:
    try:
        body.validate_json(b"{}")
    except ValidationError:
        return False
    return True


def _json(adapter: Any, mode: Any, schemas: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    schema = adapter.json_schema(mode=mode, ref_template=_TEMPLATE)
    schemas.update(schema.pop("$defs", {}))
    return {"application/json": {"schema": schema}}
