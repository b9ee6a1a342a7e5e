"""Waiting pages: told of a change by server-sent events, with polling as the fall-back."""

import logging
from collections.abc import AsyncIterator, Callable
from random import uniform

from starlette.responses import Response, StreamingResponse

from . import rules
from .refusal import Refused
from .visit import Visit

_log = logging.getLogger("mock_server")
_LOOK_AGAIN = (0.75, 1.5)
"""Between how many real seconds a stream looks at its status unasked, since time itself may change it.

Drawn each time: hundreds of streams that look in step would hold everything up once a second."""


def tell_status(visit: Visit, status: Callable[[], str], about: str | None = None) -> Response:
    """The status once (for polling), or at every change (where the browser accepts an event stream).

    A stream ends where ``status`` refuses: nobody goes on with that login any more.
    ``about`` is what the page waits for, if whoever changes it says so too; else any change in the world counts.
    """
    first = status()
    if "text/event-stream" not in visit.request.headers.get("accept", ""):
        return visit.json({"status": first})

    async def events() -> AsyncIterator[str]:
        told = None
        while True:
            try:
                current = status()
            except Refused:  # who asks is told why; the page does
                return
            except Exception as failure:
                _log.error("%s", rules.log_of_failure(visit.site.name, visit.request.scope["path"], failure))
                return
            if current != told:
                yield f"data: {current}\n\n"
                told = current
            await visit.world.changed.wait(uniform(*_LOOK_AGAIN), about)

    return StreamingResponse(events(), media_type="text/event-stream")
