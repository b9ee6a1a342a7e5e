"""What is wrong with what somebody wrote down, said so that they can mend it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .near import beginning, near

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

_Schema = dict[str, Any]
_MOST = 20
"""Problems; a body can have as many as it has bytes, and each is compared with what is known."""
_UNKNOWN = {"extra_forbidden", "unexpected_keyword_argument"}
"""How pydantic calls a field that a model and a dataclass do not have."""


def problems_of(error: "ValidationError", adapter: "TypeAdapter[Any]", whole: str) -> str:
    """The first problems, each with its place; to a field that does not exist, the fields that do.

    Args:
        error: what pydantic found.
        adapter: what it should have been.
        whole: how the outermost place is called.
    """
    problems = error.errors()
    told = [
        f"{'.'.join(beginning(str(step)) for step in problem['loc']) or whole}: {_told(problem, adapter)}"
        for problem in problems[:_MOST]
    ]
    more = [f"and {len(problems) - _MOST} more"] if len(problems) > _MOST else []
    return "; ".join(told + more)


def _told(problem: Any, adapter: "TypeAdapter[Any]") -> str:  # noqa: ANN401 - pydantic's
    if problem["type"] in _UNKNOWN:
        *path, name = map(str, problem["loc"])
        known = _fields_at(adapter.json_schema(), path)
        return f"there is no such field; {near(name, known) if known else 'there is none at all'}"
    own = problem["type"] == "value_error"  # else pydantic puts its name for it first
    return str(problem["ctx"]["error"] if own else problem["msg"])


def _fields_at(schema: _Schema, path: Iterable[str]) -> list[str]:
    """The names that an object may have at this place; a step may also name which kind of a union it is."""
    nodes = list(_forms(schema, schema))
    for step in path:
        kinds = [node for node in nodes if node.get("title") == step]
        nodes = kinds or [form for node in nodes for form in _forms(schema, _inside(node, step))] or nodes
    return list(dict.fromkeys(name for node in nodes for name in node.get("properties", {})))


def _inside(node: _Schema, step: str) -> _Schema:
    inner: Any = node.get("properties", {}).get(step) or node.get("additionalProperties") or node.get("items")
    return inner if isinstance(inner, dict) else {}


def _forms(root: _Schema, node: _Schema) -> Iterator[_Schema]:
    """What a node is, or may be: references followed, unions taken apart."""
    if "$ref" in node:
        yield from _forms(root, root["$defs"][node["$ref"].rpartition("/")[2]])
    elif "anyOf" in node or "oneOf" in node:
        for part in (*node.get("anyOf", ()), *node.get("oneOf", ())):
            yield from _forms(root, part)
    elif node:
        yield node
