"""What every call of the control API has: names as parts of a path, answers that are checked, failures in words."""

from abc import ABC, abstractmethod
from typing import Any, TypeVar
from urllib.parse import quote

import httpx
from pydantic import TypeAdapter

T = TypeVar("T")


class ControlFailed(Exception):
    """The control API refused; the message is its own."""


class MockUnreachable(ControlFailed):
    """No mock answers at that address; the message says where, why and what to do."""


class Calls(ABC):
    """The base of what asks the control API."""

    @abstractmethod
    def _call(self, method: str, path: str, answer: type[T], body: object = None, **query: str) -> T: ...


class WorldCalls(Calls):
    """The base of what asks the control API about one world."""


def part(name: str) -> str:
    """A name as one part of a path, whatever is in it.

    Raises:
        ControlFailed: none that a path can carry; ``..`` would name what is above.
    """
    if name in {"", ".", ".."}:
        raise ControlFailed(f"{name!r} can name nothing here")
    return quote(name, safe="")


_adapters: dict[object, TypeAdapter[Any]] = {}
"""By type: building one costs milliseconds."""


def adapter_of(kind: type[T]) -> TypeAdapter[T]:
    """What reads and writes values of a type as JSON."""
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def advice(error: httpx.TransportError) -> str:
    """What to do where no mock answers."""
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return "name the ca.pem in its folder of keys, as Control(…, ca=…) or in PRZEPUSTKA_CA"
    return "start one there, as in przepustka --port 8000, or correct the address"
