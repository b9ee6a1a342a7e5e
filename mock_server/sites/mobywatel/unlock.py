"""Opening the app: which phone this is, and its password."""

from markupsafe import Markup
from starlette.responses import Response

from ...kernel.people import Person
from ...kernel.rules import seam
from ...web import lockout
from ...web.refusal import not_found
from ...web.site import Site
from ...web.visit import Visit
from . import rules
from .state import PHONE_COOKIE, AppSession, AppSessions

_LOCKED = Markup("Za dużo prób. {}")


def holder(visit: Visit) -> Person | None:
    """Whose phone this browser plays, if it plays one with mObywatel."""
    person = visit.world.people.by_phone(visit.cookie(PHONE_COOKIE) or "")
    return person if person and person.mobywatel else None


@seam
def unlocked(visit: Visit, *, active: bool = True) -> tuple[AppSession, Person] | None:
    """The open app and its holder, or None while it is locked. ``active=False`` for what a page asks by itself."""
    session = visit.world.state(AppSessions).current(visit, active=active)
    person = visit.world.people.by_pesel(session.pesel) if session else None
    return (session, person) if session and person else None


def add_to(site: Site) -> None:
    """Add the routes of the locked app."""

    @site.get("/telefon/{number}")
    async def be_phone(visit: Visit) -> Response:
        """Let this browser play the phone of that number (the simulator's only way to pick one up)."""
        person = visit.world.people.by_phone(visit.param("number"))
        if person is None or person.mobywatel is None:
            raise not_found()
        visit.world.state(AppSessions).end(visit)
        visit.set_cookie(PHONE_COOKIE, person.phone)
        return visit.redirect("/")

    @site.get("/", head=True)
    async def door(visit: Visit) -> Response:
        """The password, or the first screen when the app is open."""
        if unlocked(visit):
            return visit.redirect("/start")
        return visit.render("password.html" if holder(visit) else "no_phone.html", error=None)

    @site.post("/zaloguj")
    async def unlock(visit: Visit) -> Response:
        """Check the password; wrong tries are limited."""
        person = holder(visit)
        if person is None or person.mobywatel is None:
            return visit.redirect("/")
        app, now = person.mobywatel, visit.now
        if lockout.is_locked(app.attempts, now):
            error = _LOCKED.format(lockout.when_to_try_again(app.attempts.locked_until))
            return visit.render("password.html", status=429, error=error)
        right = rules.app_password_matches(app.password, visit.form.get("password", ""))
        lockout.record(app.attempts, right=right, now=now)
        if not right:
            return visit.render("password.html", status=422, error="Nieprawidłowe hasło. Spróbuj jeszcze raz.")
        visit.world.state(AppSessions).start(visit, AppSession(person.pesel, now, now))
        return visit.redirect("/start")
