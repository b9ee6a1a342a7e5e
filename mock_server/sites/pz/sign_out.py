"""Signing out: the session ends, and so does what it had begun."""

from starlette.responses import Response

from ...web.visit import Visit
from .account_operation import end_session
from .site import site
from .state import OwnSessions


@site.post("/logout")
async def sign_out(visit: Visit) -> Response:
    """End the session."""
    visit.world.state(OwnSessions).posted(visit)
    end_session(visit)
    return visit.redirect("/logged-out")


@site.get("/logged-out", head=True)
async def signed_out(visit: Visit) -> Response:
    """Tell the person that the session has ended."""
    return visit.render("signed_out.html")
