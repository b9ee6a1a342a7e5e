"""Ending a session here and at login.gov.pl."""

from ...saml.model import LogoutRequest
from ...web.visit import Visit
from ..relying_party.logout import accept_logouts, log_out_at_hub
from . import rules
from .account import Account
from .session import CHANGED, PatientSession


async def end_everywhere(account: Account, visit: Visit, session: PatientSession) -> bool:
    """End the session here first, then the one at login.gov.pl it came from; False if that one lives on."""
    account.sessions(visit).end(visit)
    visit.world.changed.notify(CHANGED)
    if session.hub is None or not rules.hub_is_told_of_logout(came_from_hub=True):
        return True
    return await log_out_at_hub(visit, session.hub.name_id, session.hub.session_index)


def end_with_hub(account: Account) -> None:
    """End a session here when login.gov.pl ends the login that opened it."""

    def end(visit: Visit, request: LogoutRequest) -> None:
        account.sessions(visit).end_where(
            lambda session: rules.hub_ends_session(meant=session.hub is not None and session.hub.is_meant_by(request))
        )
        visit.world.changed.notify(CHANGED)

    accept_logouts(account.site, end)
