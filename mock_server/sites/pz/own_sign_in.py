"""The front page, and the sign-in to the person's own account."""

from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from ...kernel.people import Person
from ...kernel.translation import Text
from ...web.visit import Visit
from .account_operation import end_session
from .confirming import ask_to_confirm
from .operation import Operations
from .password import PasswordOperation
from .site import site
from .state import OwnSession, OwnSessions

CANCELLED = "cancelled"
NOTICES = {"1": Text("Anulowano logowanie."), "founding": Text("Anulowano zakładanie profilu zaufanego.")}
"""What the front page tells of what was given up, by what the address says of it."""


@dataclass
class OwnSignIn(PasswordOperation):
    """A sign-in that nobody else asked for. An expired profile still signs in (facts), so that it can be renewed."""

    title = Text("Logowanie na konto w pz.gov.pl")

    def page(self, visit: Visit, **shown: Any) -> Response:  # noqa: ANN401
        """Render the sign-in page."""
        return visit.render("own_sign_in.html", operation=self, **shown)

    def password_given(self, visit: Visit, person: Person) -> Response:
        """Begin the confirmation over the profile's method."""
        assert person.trusted_profile  # noqa: S101 - narrows the type: the password was the profile's
        return ask_to_confirm(visit, self, person, person.trusted_profile.confirmation)

    def finish(self, visit: Visit, person: Person) -> Response:
        """Begin a session."""
        self.done = True
        end_session(visit)
        visit.world.state(OwnSessions).start(visit, OwnSession(person.pesel, visit.now, visit.now))
        return visit.redirect("/account")

    def cancel(self, visit: Visit) -> Response:
        """Send the browser back to the front page."""
        return visit.redirect(f"/?{CANCELLED}=1")


@site.get("/", head=True)
async def front(visit: Visit) -> Response:
    """Tell what a trusted profile is, and show the way in."""
    return visit.render("front.html", notice=NOTICES.get(visit.query(CANCELLED), ""))


@site.get("/ui/au/login")
async def sign_in(visit: Visit) -> Response:
    """Begin a sign-in."""
    return visit.redirect(begin_sign_in(visit).address)


def begin_sign_in(visit: Visit) -> OwnSignIn:
    """Let a sign-in begin in this browser."""
    begun = OwnSignIn(visit.mark_browser(), visit.now)
    visit.world.state(Operations).begin(begun)
    return begun
