"""The app on a phone without a screen: what the control API's phone asks of it, over the back channel.

The app is open, its person signed in; from there it decides as it does on a screen, by the same functions.
"""

from typing import Any

from starlette.responses import Response

from ...web.back_channel import back_channel_message
from ...web.site import Site
from ...web.visit import Visit
from . import codes, pushes, rules
from .state import AppSession, Consent


class OpenApps:
    """The apps of one world that are open without a screen, by PESEL."""

    def __init__(self) -> None:
        self._by_pesel: dict[str, AppSession] = {}

    def of(self, visit: Visit, pesel: str) -> AppSession:
        """This person's app; it never locks itself, having no pocket."""
        return self._by_pesel.setdefault(pesel, AppSession(pesel, visit.now, visit.now))


def add_to(site: Site) -> None:
    """Add the three acts."""

    @site.post("/back/code")
    async def read_code(visit: Visit) -> Response:
        """The phone read a code's text."""
        message = await back_channel_message(visit)
        read = await codes.read_text(visit, _app(visit, message), str(message["code"]))
        if isinstance(read, Consent):
            return visit.json({"result": "read", "code": read.code, "service": read.service})
        return _told(visit, read, codes.REASONS)

    @site.post("/back/consent")
    async def answer_consent(visit: Visit) -> Response:
        """The person answered the consent."""
        message = await back_channel_message(visit)
        app = _app(visit, message)
        consent = app.consents.get(str(message["code"]))
        if consent is None:
            return visit.json({"result": "not_read"})
        result = await codes.answer_consent(visit, app, consent, approve=message["approve"] is True)
        return _told(visit, result, codes.REASONS)

    @site.post("/back/push-answer")
    async def answer_push(visit: Visit) -> Response:
        """The person answered a push."""
        message = await back_channel_message(visit)
        app, push = _app(visit, message), visit.world.inbox.push(str(message["push"]))
        if push is None or not rules.push_is_own(push.pesel, app.pesel):
            return _told(visit, "not_yours", pushes.REASONS)
        result = await pushes.answer_push(visit, push, app.pesel, approve=message["approve"] is True)
        return _told(visit, result, pushes.REASONS)


def _app(visit: Visit, message: dict[str, Any]) -> AppSession:
    return visit.world.state(OpenApps).of(visit, str(message["pesel"]))


def _told(visit: Visit, result: str, reasons: dict[str, str]) -> Response:
    """What came of it, with the words that the app would show."""
    return visit.json({"result": result, "message": reasons.get(result)})
