"""Answers that need the hub's keys in another state: sent alone, to a service that reads the hub's metadata anew."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from ...check.steering import KEY_STAGES
from .mock import Mock

FIXED = "the service has the hub's certificate by hand: it does not read the hub's metadata again when keys roll"
_USUAL, _ANNOUNCED_ALONE = "old", "new"

Stands = Callable[[], Awaitable[bool]]


@asynccontextmanager
async def rolled_for(mock: Mock, send: str, stands: Stands) -> AsyncIterator[bool]:
    """Roll the keys as an answer needs them, and back; whether the service follows.

    Args:
        mock: whose keys they are.
        send: the way to send an answer.
        stands: whether a good login works.
    """
    try:
        await mock.roll(_ANNOUNCED_ALONE)
        follows = await stands()  # with the old keys announced too, a service that reads nothing would stand as well
        if follows:
            await mock.roll(KEY_STAGES[send])
        yield follows
    finally:
        await mock.roll(_USUAL)
