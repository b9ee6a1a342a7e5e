"""Ending a session here and at login.gov.pl."""

from ...saml.model import LogoutRequest
from ...web.visit import Visit
from ..relying_party.logout import accept_logouts, log_out_at_hub
from .account import Account
from .session import CHANGED, PatientSession


async def end_everywhere(account: Account, visit: Visit, session: PatientSession) -> bool:
    """End the session here first, then the one at login.gov.pl it came from; False if that one lives on."""
    account.sessions(visit).end(visit)
    visit.world.changed.notify(CHANGED)
    if session.hub_login is None:
        return True
    return await log_out_at_hub(visit, session.hub_login.name_id, session.hub_login.session_index)


def end_with_hub(account: Account) -> None:
    """End a session here when login.gov.pl ends the login that opened it."""

    def end(visit: Visit, request: LogoutRequest) -> None:
        account.sessions(visit).end_where(
            lambda session: session.hub_login is not None and session.hub_login.is_named_by(request)
        )
        visit.world.changed.notify(CHANGED)

    accept_logouts(account.site, end)
