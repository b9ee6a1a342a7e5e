"""What became of the right by which an open page of another's data was shown."""

from collections.abc import Callable

from starlette.responses import Response

from ...web.visit import Visit
from ...web.waiting import tell_status
from . import rules
from .account import Account
from .authorisation import Access
from .authorisations import CHANGED
from .session import PatientSession

ENDED = "/dostep-zakonczony"
"""Where a page leads whose right is over."""


def add_access(account: Account, path: str, mark_of: Callable[[Visit, PatientSession], str]) -> None:
    """Tell the pages below a path ``same``, ``changed`` or ``over``.

    A page of a session that has ended hears of that elsewhere. Asking keeps no session alive.

    Args:
        account: of which site.
        path: the address of whose data the pages show, with its parameters.
        mark_of: what the patient may see there now, as the page was told when it was shown; nothing where nothing.
    """

    @account.site.get(f"{path}/dostep")
    async def access(visit: Visit) -> Response:
        def current() -> str:
            session = account.sessions(visit).current(visit, active=False)
            if session is None or not rules.page_is_of_session(visit.query("sesja"), session.mark):
                return Access.SAME
            return rules.access_of_page(visit.query("zakres"), mark_of(visit, session))

        return tell_status(visit, current, CHANGED)
