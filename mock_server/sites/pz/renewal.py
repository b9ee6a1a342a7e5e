"""The renewal of a profile for three more years, confirmed over its method. It drops the link to a bank (facts)."""

from dataclasses import dataclass

from starlette.responses import Response

from ...kernel.institutions import institution
from ...kernel.making import end_of_profile
from ...kernel.people import Person
from ...kernel.rules import seam
from ...kernel.translation import Text
from ...web.visit import Visit
from .account import holder
from .account_operation import AccountOperation, withdraw_operations
from .change import METHOD_NAMES
from .confirming import ask_to_confirm
from .operation import Operations
from .site import site
from .state import OwnSessions

DETAILS = "/account/profile/details"


@dataclass
class Renewal(AccountOperation):
    """A renewal, in one session."""

    backdrop = "renewal_form.html"
    what = "renewal"
    title = Text("Przedłużenie ważności profilu zaufanego")

    @seam
    def confirm(self, visit: Visit, person: Person) -> None:
        """Let the profile live on, without its bank."""
        super().confirm(visit, person)
        profile = person.trusted_profile
        assert profile  # noqa: S101 - narrows the type: one that is gone was refused
        self.notice = Text("Przedłużono ważność profilu zaufanego o 3 lata.")
        if bank := institution(profile.bank or ""):
            self.notice = Text(
                "Przedłużono ważność profilu zaufanego o 3 lata. Profil nie jest już powiązany z: {bank}."
                " Operacje potwierdzisz przez: {method}.",
                bank=bank.name,
                method=METHOD_NAMES[profile.confirmation],
            )
        profile.valid_until = end_of_profile(visit.now)
        profile.bank = None

    def begin_again(self, visit: Visit) -> Response:
        """Send the browser to the details, with nothing renewed."""
        return self.finish(visit)

    def finish(self, visit: Visit, _person: Person | None = None) -> Response:
        """Send the browser to the details, which show what became of it."""
        self.done = True
        self.session.notice = self.notice
        return visit.redirect(DETAILS)

    def cancel(self, visit: Visit) -> Response:
        """Send the browser to the details."""
        self.session.notice = Text("Anulowano przedłużenie ważności.")
        return visit.redirect(DETAILS)


@site.post("/account/profile/renewal")
async def renew(visit: Visit) -> Response:
    """Begin a renewal."""
    session = visit.world.state(OwnSessions).posted(visit)
    person, profile = holder(visit, session)
    withdraw_operations(visit, session)
    renewal = Renewal(visit.mark_browser(), visit.now, session)
    visit.world.state(Operations).begin(renewal)
    return ask_to_confirm(visit, renewal, person, profile.confirmation)
