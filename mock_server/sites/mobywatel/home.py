"""The first screen of the opened app, and the SMS that the phone has beside it."""

from starlette.responses import Response

from ...web.site import Site
from ...web.visit import Visit
from .messages import messages_to
from .news import show_screen
from .unlock import unlocked


def add_to(site: Site) -> None:
    """Add both."""

    @site.get("/start")
    async def home(visit: Visit) -> Response:
        """The first screen, with the QR icon at the bottom."""
        opened = unlocked(visit)
        if opened is None:
            return visit.redirect("/")
        _, person = opened
        return show_screen(visit, person.pesel, "home.html", person=person)

    @site.get("/sms")
    async def messages(visit: Visit) -> Response:
        """What came; an open list asks for itself again."""
        opened = unlocked(visit, active=not visit.query("odswiez"))
        if opened is None:
            return visit.redirect("/")
        _, person = opened
        came = messages_to(visit, person.pesel)
        return show_screen(visit, person.pesel, "messages.html", phone=person.phone, messages=came)
