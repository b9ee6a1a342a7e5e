"""Faults of what stays open after somebody has left by another door."""

from collections.abc import Awaitable, Callable

from ..kernel.people import Person
from ..kernel.rules import true
from ..saml.model import LogoutRequest
from ..shared.federation import ACS_PATH
from ..shared.patient.account import Account
from ..shared.patient.arrival import Arrivals
from ..shared.relying_party.logout import log_out_at_hub
from ..sites.pz.account_operation import AccountOperation, withdraw_operations
from ..sites.pz.confirming import stop_over_other_methods
from ..sites.pz.state import OwnSession
from ..web.delegation import withdraw_asks
from ..web.flow import Flows
from ..web.visit import Visit
from .entry import Row, breaking
from .kept import F
from .replacing import replaced

_RESIGNING = "/rezygnacja"


async def _tell_nobody(visit: Visit, flow: str) -> None:
    """Let whoever was asked wait on."""


def _only(site: str) -> Callable[[Visit, str], Awaitable[None]]:
    """Let whoever this site asked wait on."""

    async def withdraw(visit: Visit, flow: str) -> None:
        if visit.site.name != site:
            await true(withdraw_asks)(visit, flow)

    return withdraw


def _end_none(self: Flows[F], browser: str | None) -> list[F]:
    return []


def _stay_at_the_door(self: Account, visit: Visit) -> None:
    """Let whoever was signed in stay so while another arrives at the app's door."""
    if visit.site.name != "mojeikp" or visit.request.url.path != ACS_PATH:
        true(Account.leave_browser)(self, visit)


def _leave_at_the_door(self: Arrivals, request: LogoutRequest) -> None:
    """Let whom login.gov.pl has logged out still open their session."""


def _let_changes_wait(visit: Visit, session: OwnSession) -> None:
    """Let what was begun in a session outlive it."""


def _let_old_methods_wait(visit: Visit, person: Person) -> None:
    """Let what was sent over a method that is no longer in force wait on."""


async def _resign_here_only(visit: Visit, name_id: str, session_index: str) -> bool:
    resigning = visit.request.url.path.endswith(_RESIGNING)
    return resigning or await true(log_out_at_hub)(visit, name_id, session_index)


FAULTS = breaking(
    "session.nothing_left",
    "OWASP ASVS 5.0, 7.4; RFC 10027 (cross-device flows)",
    Row(
        "session.signed_in_beside_another_at_the_door",
        "mojeIKP keeps who was signed in while another, who has logged in, thinks up a PIN",
        "At a shared device the first one's records open to whoever came second",
        replaced(Account.leave_browser, _stay_at_the_door),
    ),
    Row(
        "session.left_method_waits_on",
        "A method that was left waits on: its code, push or page still works",
        "Who comes next goes Back, and is asked to share the data of who left",
        replaced(withdraw_asks, _tell_nobody),
    ),
    Row(
        "session.left_bank_waits_on",
        "A bank that was left for an SMS code waits on, with its customer's data on the page",
        "Who comes next goes Back, and reads the data of who left",
        replaced(withdraw_asks, _only("pz")),
    ),
    Row(
        "session.other_tab_outlives_logout",
        "A login that waits in another tab outlives the log-out",
        "Who comes next finishes it, and is in the account",
        replaced(Flows.end_in_browser, _end_none),
        source="OWASP ASVS 5.0, 7.4.1",
    ),
    Row(
        "session.door_outlives_logout",
        "Who logs out of one account can still be let in at the regulations of the other",
        "Who comes next accepts them, and is in the account",
        replaced(Arrivals.end_named_by, _leave_at_the_door),
        source="OWASP ASVS 5.0, 7.4.1",
    ),
    Row(
        "session.hub_outlives_resigning",
        "Who resigns at the regulations stays known to login.gov.pl",
        "Who comes next is let in without a prompt",
        replaced(log_out_at_hub, _resign_here_only),
    ),
    Row(
        "session.change_outlives_its_session",
        "A change of method that waits outlives the session in which it was begun",
        "A push that was forgotten changes the method when nobody expects it",
        replaced(withdraw_operations, _let_changes_wait),
    ),
    Row(
        "session.change_is_confirmed_after_it",
        "A change of method is confirmed though its session has run out meanwhile",
        "A push that was forgotten changes the method when nobody expects it",
        replaced(AccountOperation.may_be_confirmed, lambda self, visit: True),
    ),
    Row(
        "session.old_method_waits_on",
        "Codes and pushes of the old method wait on when another method is in force",
        "The phone asks for an answer that counts no more",
        replaced(stop_over_other_methods, _let_old_methods_wait),
    ),
)
