"""How a session ends by itself: the warning before, one action to extend it, and the page after."""

from starlette.responses import Response

from ...web.moments import machine_value
from ...web.visit import Visit
from ...web.waiting import tell_status
from . import rules
from .account import OVER, Account
from .session import CHANGED, PatientSession, Stage


def add_session_pages(account: Account) -> None:
    """Let the site's pages know when their session ends."""
    site = account.site

    @site.get("/sesja/{mark}")
    async def status(visit: Visit) -> Response:
        """``alive``, ``ending <seconds> <end>``, ``last <seconds> <end>`` or ``over``. Asking keeps nothing alive."""

        def current() -> str:
            sessions = account.sessions(visit)
            session = sessions.current(visit, active=False)
            if session is None or not rules.page_is_of_session(visit.param("mark"), session.mark):
                return Stage.OVER
            stage = sessions.stage(session, visit.now)
            if stage is Stage.ALIVE:
                return stage
            return f"{stage} {sessions.seconds_left(session, visit.now)} {machine_value(sessions.ends_at(session))}"

        return tell_status(visit, current, CHANGED)

    @account.post("/sesja/przedluz")
    async def extend(visit: Visit, _session: PatientSession) -> Response:
        visit.world.changed.notify(CHANGED)
        return visit.redirect("/konto")

    @site.get(OVER, head=True)
    async def over(visit: Visit) -> Response:
        if account.sessions(visit).current(visit):
            return visit.redirect("/konto")
        return visit.render("session_over.html")
