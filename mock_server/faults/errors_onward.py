"""Faults of where an error page leads, and of whose page it is."""

from collections.abc import Mapping
from typing import Any

from ..kernel.faults import TemplateFault
from ..shared.patient.account import Account
from ..sites.login import rules as login
from ..web.session import SESSION_COOKIE
from ..web.visit import Visit
from .entry import Row, breaking
from .replacing import replaced

_PAGE = "web/error.html"


def _whoever_it_was(self: Account, visit: Visit) -> Mapping[str, Any] | None:
    """What stands around a page of the account, for a session that may be over."""
    session = self.sessions(visit).shown_by(visit.cookie(SESSION_COOKIE))
    return {"frame": "account.html", **self.shown_on_every_page(visit, session)} if session else None


FAULTS = (
    *breaking(
        "errors.onward",
        "WCAG 3.3.3; What goes wrong for people: “został już użyty”",
        Row(
            "errors.login_leads_to_the_portal",
            "A login that is over leads to the portal, whatever it was for",
            "The person looks for the service again, and who came from another than IKP never finds it",
            TemplateFault(_PAGE, "{{ onward.address }}", "{{ url('pacjent') }}"),
        ),
        Row(
            "errors.login_leads_to_the_address_for_answers",
            "A login that is over leads to where the service takes answers",
            "One error page leads to the next",
            replaced(login.start_of_service, lambda acs_url: acs_url),
        ),
        Row(
            "errors.missing_page_leads_to_the_portal",
            "A page that is not there leads to the portal, whichever site it was of",
            "Whoever mistyped an address of the trusted profile finds themselves elsewhere",
            TemplateFault(_PAGE, 'href="/"', "href=\"{{ url('pacjent') }}\""),
        ),
    ),
    *breaking(
        "errors.signed_in",
        "behaviour: Account",
        Row(
            "errors.patient_forgotten",
            "An error page of an account knows nobody",
            "The person believes that they were logged out, and leaves the account open",
            TemplateFault(_PAGE, "{% extends frame %}", '{% extends "layout.html" %}'),
        ),
        Row(
            "errors.patient_remembered_too_long",
            "An error page shows the name of whose session is over",
            "On a shared computer the next person reads whose account was open",
            replaced(Account.frame, _whoever_it_was),
        ),
    ),
)
