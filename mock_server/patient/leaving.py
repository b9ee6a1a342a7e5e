"""Ending a session here and at login.gov.pl."""

from ..relying_party.logout import log_out_at_hub
from ..web.visit import Visit
from . import rules
from .account import Account
from .session import PatientSession


async def end_everywhere(account: Account, visit: Visit, session: PatientSession) -> bool:
    """End the session here first, then the one at login.gov.pl it came from; False if that one lives on."""
    account.sessions(visit).end(visit)
    visit.world.changed.notify()
    if session.hub is None or not rules.hub_is_told_of_logout(came_from_hub=True):
        return True
    return await log_out_at_hub(visit, session.hub.name_id, session.hub.session_index)
