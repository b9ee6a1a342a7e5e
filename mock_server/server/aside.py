"""Slow first steps, done in a thread: a start does not pay for them, and only those wait who need them."""

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

Loaded = TypeVar("Loaded")

_done: set[object] = set()
_one_at_a_time = threading.Lock()


def load_alone(load: Callable[..., Loaded], *arguments: object) -> Loaded:
    """What ``load`` gives; of two threads that import, each could see what the other has half imported."""
    with _one_at_a_time:
        loaded = load(*arguments)
        _done.add((load, arguments))
    return loaded


async def load_aside(load: Callable[..., Loaded], *arguments: object) -> Loaded:
    """What ``load`` gives; the event loop goes on while it does so for the first time."""
    if (load, arguments) in _done:
        return load(*arguments)
    return await asyncio.to_thread(load_alone, load, *arguments)
