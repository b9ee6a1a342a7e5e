"""The way in: what follows once login.gov.pl has said who the patient is."""

from starlette.responses import Response

from ...kernel.translation import Text
from ...saml.model import Assertion
from ...shared.patient.account import Account
from ...shared.patient.entry import begin_session
from ...shared.patient.leaving import leave
from ...shared.relying_party.logins import LoginEnded, accept_logins
from ...shared.relying_party.logout import log_out_at_hub
from ...shared.relying_party.onward import log_in_again
from ...web.languages import way_to
from ...web.refusal import Refused
from ...web.visit import Visit
from . import rules
from .state import Admissions, Regulations


def add_login(account: Account) -> None:
    """Let patients in, the first time through the regulations. Until they are accepted there is no session."""
    site = account.site

    async def on_login(visit: Visit, assertion: Assertion, target: str) -> Response:
        account.leave_browser(visit)
        if assertion.subject.pesel in visit.world.state(Regulations).accepted:
            return begin_session(account, visit, assertion, target)
        admission = visit.world.state(Admissions).arrive(visit, assertion, target)
        return visit.redirect(f"/regulamin/{admission.id}")

    async def on_end(visit: Visit, end: LoginEnded) -> Response:
        if end.cancelled:
            return visit.redirect(way_to(visit, "pacjent", "/?komunikat=anulowano"))
        raise Refused(
            403,
            Text("Logowanie nie powiodło się"),
            Text("Serwis login.gov.pl nie potwierdził Twojej tożsamości. Spróbuj ponownie."),
            onward=log_in_again(end.target),
        )

    accept_logins(site, on_login, on_end)

    @site.get("/regulamin/{flow}")
    async def regulations(visit: Visit) -> Response:
        return visit.render("consent.html", admission=visit.world.state(Admissions).of(visit), error=None)

    @site.post("/regulamin/{flow}")
    async def accept(visit: Visit) -> Response:
        admission = visit.world.state(Admissions).of(visit)
        if not rules.consent_is_given(visit.field("zgoda")):
            error = Text("Zaznacz zgodę, aby przejść do konta.")
            return visit.render("consent.html", status=422, admission=admission, error=error)
        admission.done = True
        visit.world.state(Regulations).accepted[admission.assertion.subject.pesel] = visit.now
        return begin_session(account, visit, admission.assertion, admission.target)

    @site.post("/regulamin/{flow}/rezygnacja")
    async def resign(visit: Visit) -> Response:
        admission = visit.world.state(Admissions).of(visit)
        leave(account, visit)
        await log_out_at_hub(visit, admission.assertion.name_id, admission.assertion.session_index)
        return visit.redirect(way_to(visit, "pacjent", "/?komunikat=anulowano"))
