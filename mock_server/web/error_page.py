"""The page that says why a site did not do what was asked; plain words where a fault breaks that page too."""

import logging
from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse, Response

from ..kernel.language import spoken
from ..kernel.rules import seam
from ..kernel.translation import say
from . import rules
from .refusal import Refused, failed

if TYPE_CHECKING:
    from .visit import Visit

_log = logging.getLogger("mock_server")


def page_of_refusal(visit: "Visit", refusal: Refused) -> Response:
    """The site's error page, or its words alone.

    The switch of languages leads to the site's start: what was asked for is not repeated, as it may tell of the person.
    """
    try:
        page = visit.render(
            "error.html",
            status=refusal.status,
            title=refusal.title,
            advice=refusal.advice,
            onward=refusal.onward,
            here="/",
            **visit.site.frame_of(visit, refusal),
        )
    except Exception as failure:
        page = _plainly(visit, refusal, failure)
    page.headers.update(refusal.headers)
    return page


@seam
def page_of_failure(visit: "Visit", failure: Exception) -> Response:
    """The error page of a failure that nobody foresaw; the operator is told where it was and of what kind."""
    try:
        _log.error("%s", rules.log_of_failure(visit.site.name, visit.request.scope["path"], failure))
        _log.debug("its trace", exc_info=failure)
    except Exception as another:
        return _plainly(visit, failed(), another)
    return page_of_refusal(visit, failed())


def _plainly(visit: "Visit", refusal: Refused, failure: Exception) -> Response:
    """The last answer: no template is rendered for it and no rule asked."""
    _log.error("%s cannot show its error page: %s", visit.site.name, type(failure).__name__)
    _log.debug("its trace", exc_info=failure)
    words = f"{say(refusal.title)}\n\n{say(refusal.advice)}\n"
    return PlainTextResponse(words, refusal.status, {"Content-Language": spoken()})
