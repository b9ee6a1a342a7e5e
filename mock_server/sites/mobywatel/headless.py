"""The app on a phone without a screen: what the control API's phone asks of it, over the back channel.

The app is open, its person signed in; from there it decides as it does on a screen, by the same functions.
"""

from collections.abc import Iterator

from markupsafe import Markup

from ...kernel.open_things import Kind, OpenThing
from ...shared.mobywatel_messages import (
    DECIDE_CODE_IN_APP,
    DECIDE_PUSH_IN_APP,
    SHOW_TEXT_TO_APP,
    AppCodeReply,
    AppPushReply,
    CodeDecision,
    CodeResult,
    PushDecision,
    PushResult,
    TextSeen,
)
from ...web.back_channel import replies_to
from ...web.site import Site
from ...web.visit import Visit
from . import codes, pushes, rules
from .state import AppSession, AppSessions, Consent


class OpenApps:
    """The apps of one world that are open without a screen, by PESEL."""

    def __init__(self) -> None:
        self._by_pesel: dict[str, AppSession] = {}

    def open_things(self) -> Iterator[OpenThing]:
        """Every app that was used so; it never locks itself."""
        for pesel in self._by_pesel:
            yield OpenThing(Kind.SESSION, AppSessions.site, "without a screen", pesel)

    def of(self, visit: Visit, pesel: str) -> AppSession:
        """This person's app; it never locks itself, having no pocket."""
        return self._by_pesel.setdefault(pesel, AppSession(pesel, visit.now, visit.now))


def add_to(site: Site) -> None:
    """Add the three acts."""

    @replies_to(site, SHOW_TEXT_TO_APP)
    async def read_code(visit: Visit, seen: TextSeen) -> AppCodeReply:
        """The phone read a code's text."""
        app = _app(visit, seen.pesel)
        read = await codes.read_text(visit, app, seen.text)
        if isinstance(read, Consent):
            app.consents[read.code] = read
            return AppCodeReply(CodeResult.READ, code=read.code, service=read.service)
        return AppCodeReply(read, message=_told(visit, app, read))

    @replies_to(site, DECIDE_CODE_IN_APP)
    async def answer_consent(visit: Visit, decision: CodeDecision) -> AppCodeReply:
        """The person answered the consent."""
        app = _app(visit, decision.pesel)
        consent = app.consents.get(decision.code)
        if consent is None:
            return AppCodeReply(CodeResult.NOT_READ)
        result = await codes.answer_consent(visit, app, consent, approve=decision.approve)
        return AppCodeReply(result, message=_told(visit, app, result))

    @replies_to(site, DECIDE_PUSH_IN_APP)
    async def answer_push(visit: Visit, decision: PushDecision) -> AppPushReply:
        """The person answered a push."""
        push, result = visit.world.inbox.push(decision.push), PushResult.NOT_YOURS
        if push and rules.push_is_own(push.pesel, decision.pesel):
            result = await pushes.answer_push(visit, push, decision.pesel, approve=decision.approve)
        return AppPushReply(result, pushes.REASONS.get(result))


def _told(visit: Visit, app: AppSession, result: CodeResult) -> str | None:
    """What a screen would tell, in words alone."""
    told = codes.reason(visit, app, result)
    return Markup(told).striptags() if told else None  # noqa: S704 - the site's own words


def _app(visit: Visit, pesel: str) -> AppSession:
    return visit.world.state(OpenApps).of(visit, pesel)
