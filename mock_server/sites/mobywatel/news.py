"""What is new on the phone: the opened app counts the pushes that wait and tells what comes, by itself."""

from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from ...kernel.inbox import Push
from ...web.refusal import not_found
from ...web.site import Site
from ...web.visit import Visit
from ...web.waiting import tell_status
from . import rules
from .messages import messages_to
from .unlock import unlocked


@dataclass(frozen=True)
class News:
    """What the phone has: how many pushes wait for an answer, and how many SMS came."""

    pushes: int
    messages: int

    @property
    def status(self) -> str:
        """The same for ``news.js``."""
        return f"{self.pushes} {self.messages}"


def show_screen(visit: Visit, pesel: str, template: str, *, status: int = 200, **context: Any) -> Response:  # noqa: ANN401
    """A screen of this person's opened app, with what is new in the dock beneath."""
    return visit.render(template, status=status, news=_news_of(visit, pesel), **context)


def add_to(site: Site) -> None:
    """Tell the opened app what is new; asking keeps it open no longer."""

    @site.get("/nowe")
    async def news(visit: Visit) -> Response:
        return tell_status(visit, lambda: _told(visit))


def _told(visit: Visit) -> str:
    """The status of the news.

    Raises:
        Refused: 404, the app is locked.
    """
    opened = unlocked(visit, active=False)
    if opened is None:
        raise not_found()
    return _news_of(visit, opened[1].pesel).status


def pushes_waiting(visit: Visit, pesel: str) -> list[Push]:
    """The pushes that can still be answered, oldest first: what the inbox lists and the badge counts."""
    pushes = visit.world.inbox.pushes_to(pesel)
    return [push for push in pushes if rules.push_is_counted(push.state, push.expires_at, visit.now)]


def _news_of(visit: Visit, pesel: str) -> News:
    return News(len(pushes_waiting(visit, pesel)), len(messages_to(visit, pesel)))
