"""The signed-in part of a site: pages that open with a session only."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from ...kernel.rules import seam
from ...web.site import Site
from ...web.visit import Visit
from .arrival import Arrivals
from .sections import START, Section
from .session import PatientSession, PatientSessions

Page = Callable[[Visit, PatientSession], Awaitable[Response]]

OVER = "/sesja-wygasla"


class Account:
    """Guards the pages of one site.

    Args:
        site: whose pages they are.
        sessions: the site's own kind of sessions.
        arrivals: the site's own kind of patients at the door.
        sections: the parts of the account, as its menu and its tiles list them.
        entrance: where a visitor without a session proves who they are; it is told the target as ``cel``.
    """

    def __init__(
        self,
        site: Site,
        sessions: type[PatientSessions],
        arrivals: type[Arrivals],
        sections: tuple[Section, ...],
        entrance: Callable[[Visit], str] = lambda _: "/zaloguj",
    ) -> None:
        self.site = site
        self._sessions, self._arrivals = sessions, arrivals
        self._parts, self._entrance = sections, entrance
        site.frame = self.frame

    def sessions(self, visit: Visit) -> PatientSessions:
        """The site's sessions in this world."""
        return visit.world.state(self._sessions)

    def arrivals(self, visit: Visit) -> Arrivals:
        """The patients at the site's door in this world."""
        return visit.world.state(self._arrivals)

    @seam
    def leave_browser(self, visit: Visit) -> None:
        """Let nobody be signed in or at the door in this browser."""
        self.sessions(visit).end(visit)
        self.arrivals(visit).end_in_browser(visit.known_browser)

    def get(self, path: str) -> Callable[[Page], Page]:
        """Answer a GET on this path; without a session the login comes first."""

        def register(page: Page) -> Page:
            @self.site.get(path)
            async def guarded(visit: Visit) -> Response:
                session = self.sessions(visit).current(visit)
                if session is None:
                    target = urlencode({"cel": visit.request.scope["path"]}, safe="/")
                    return visit.redirect(f"{self._entrance(visit)}?{target}")
                return await page(visit, session)

            return page

        return register

    def post(self, path: str) -> Callable[[Page], Page]:
        """Answer a POST on this path that carries the session's token; without a session nothing happens."""

        def register(page: Page) -> Page:
            @self.site.post(path)
            async def guarded(visit: Visit) -> Response:
                sessions = self.sessions(visit)
                if sessions.current(visit, active=False) is None:
                    return visit.redirect(OVER)
                return await page(visit, sessions.posted(visit))

            return page

        return register

    def show(self, visit: Visit, session: PatientSession, template: str, **context: Any) -> Response:  # noqa: ANN401
        """A page of the account."""
        return visit.render(template, **self.shown_on_every_page(visit, session), **context)

    @seam
    def frame(self, visit: Visit) -> Mapping[str, Any] | None:
        """What a signed-in patient sees around a refusal too: the name, the menu, the way out."""
        session = self.sessions(visit).current(visit, active=False)
        return {"frame": "account.html", **self.shown_on_every_page(visit, session)} if session else None

    def shown_on_every_page(self, visit: Visit, session: PatientSession) -> Mapping[str, Any]:
        """What every page of the account shows."""
        return {
            "session": session,
            "ends_at": self.sessions(visit).ends_at(session),
            "patient": session.patient,
            "sections": self._parts,
            "menu": (START, *self._parts),
            "path": visit.request.scope["path"],
        }
