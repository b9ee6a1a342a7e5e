"""Waiting pages: told of a change by server-sent events, with polling as the fall-back."""

import logging
from collections.abc import AsyncIterator, Callable
from random import uniform

from starlette.responses import Response, StreamingResponse

from . import rules
from .refusal import Refused
from .visit import Visit

_log = logging.getLogger("mock_server")
_AS_A_PAGE = "text/html"
"""Alone, as only ``wait.js`` asks; who opens the address in a window accepts more."""
_LOOK_AGAIN = (0.75, 1.5)
"""Between how many real seconds a stream looks at its status unasked, since time itself may change it.

Drawn each time: hundreds of streams that look in step would hold everything up once a second."""


def tell_status(
    visit: Visit,
    status: Callable[[], str],
    about: str | None = None,
    page: Callable[[], Response | None] = lambda: None,
) -> Response:
    """The status once (for polling), at every change (as an event stream), or the page as it stands; by ``Accept``.

    A stream ends where ``status`` refuses: nobody goes on with that login any more.
    Unlike the page's own address, ``page`` leads nowhere and uses nothing up: its script takes the changed parts from
    it, or learns by a 204 that this page has nothing more to show.
    ``about`` is what the page waits for, if whoever changes it says so too; else any change in the world counts.
    """
    first = status()
    accepted = visit.request.headers.get("accept", "")
    if accepted == _AS_A_PAGE:
        return page() or Response(status_code=204)
    if "text/event-stream" not in accepted:
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
