"""A visitor of one small service, run to its end."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from mock_server.verdict.visitor.fetching import Fetcher
from mock_server.verdict.visitor.limits import Limits
from mock_server.verdict.visitor.reach import Reach
from mock_server.verdict.visitor.visitor import Visitor

Result = TypeVar("Result")
NO_MOCK = "http://127.0.0.1:9"


def visit(origin: str, act: Callable[[Visitor], Awaitable[Result]], limits: Limits | None = None) -> Result:
    """What an act of a visitor of this origin gives."""

    async def whole() -> Result:
        fetcher = Fetcher(Reach({origin}, set(), NO_MOCK), limits or Limits())
        try:
            return await act(Visitor(fetcher))
        finally:
            await fetcher.close()

    return asyncio.run(whole())
