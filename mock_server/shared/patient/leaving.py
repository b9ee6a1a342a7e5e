"""Ending a session here and at login.gov.pl."""

from ...saml.model import LogoutRequest
from ...web.visit import Visit
from ..relying_party.logout import accept_logouts, log_out_at_hub
from ..relying_party.state import OpenLogins
from .account import Account
from .session import CHANGED, PatientSession


def leave(account: Account, visit: Visit) -> None:
    """End all that this browser has and had begun here: nobody goes on with it after who leaves."""
    account.leave_browser(visit)
    visit.world.state(OpenLogins).end_in_browser(visit.known_browser)


async def end_everywhere(account: Account, visit: Visit, session: PatientSession) -> bool:
    """End the session here first, then the one at login.gov.pl it came from; False if that one lives on."""
    leave(account, visit)
    visit.world.changed.notify(CHANGED)
    if session.hub_login is None:
        return True
    return await log_out_at_hub(visit, session.hub_login.name_id, session.hub_login.session_index)


def end_with_hub(account: Account) -> None:
    """End a session here when login.gov.pl ends the login that opened it, or would have opened it."""

    def end(visit: Visit, request: LogoutRequest) -> None:
        account.sessions(visit).end_where(
            lambda session: session.hub_login is not None and session.hub_login.is_named_by(request)
        )
        account.arrivals(visit).end_named_by(request)
        visit.world.changed.notify(CHANGED)

    accept_logouts(account.site, end)
