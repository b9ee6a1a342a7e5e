"""What the eDO App may ask e-dowód, over the back channel."""

from dataclasses import dataclass, replace

from ...shared.id_card.card import problem_of
from ...shared.id_card.messages import (
    APPROVE,
    DECLINE,
    READ_CODE,
    READ_NUMBER,
    CardCodeReply,
    CardCodeResult,
    CodeScanned,
    LoginApproved,
    LoginDeclined,
    LoginDetails,
    NumberTyped,
)
from ...web import lockout
from ...web.back_channel import replies_to
from ...web.consented import LABELS
from ...web.site import Site
from ...web.visit import Visit
from . import rules
from .state import CardLogin, CardLogins, Code, CodeState, Guesses

"""What e-dowód tells the service, exactly (``web.delegation.Identity``)."""


@dataclass(frozen=True)
class _Found:
    flow: CardLogin
    code: Code


def add_to(site: Site) -> None:
    """Add the app's routes."""

    @replies_to(site, READ_CODE)
    async def read_code(visit: Visit, scanned: CodeScanned) -> CardCodeReply:
        """The app scanned a code: who asks, and for what."""
        return _read(visit, scanned.app, _by_code(visit, scanned.code))

    @replies_to(site, READ_NUMBER)
    async def read_number(visit: Visit, typed: NumberTyped) -> CardCodeReply:
        """The app was given a number: the same."""
        reply = _read(visit, typed.app, _by_number(visit, typed.app, typed.number))
        if reply.result is not CardCodeResult.BLOCKED:
            return reply
        return replace(reply, locked_until=visit.world.state(Guesses).of(typed.app).locked_until)

    @replies_to(site, DECLINE)
    async def decline(visit: Visit, declined: LoginDeclined) -> CardCodeReply:
        """The person said no."""
        found = _answerable(visit, declined.app, declined.code)
        if isinstance(found, CardCodeResult):
            return CardCodeReply(found)
        found.code.state = CodeState.DECLINED
        visit.world.changed.notify(found.flow.id)
        return CardCodeReply(CardCodeResult.DECLINED)

    @replies_to(site, APPROVE)
    async def approve(visit: Visit, approved: LoginApproved) -> CardCodeReply:
        """The person's card said yes; its certificate is checked here once more."""
        found = _answerable(visit, approved.app, approved.code)
        if isinstance(found, CardCodeResult):
            return CardCodeReply(found)
        person = visit.world.people.by_card(approved.card)
        if person is None or person.id_card is None or problem_of(person.id_card, visit.now):
            return CardCodeReply(CardCodeResult.CARD)
        found.code.state, found.code.pesel = CodeState.APPROVED, person.pesel
        lockout.record(visit.world.state(Guesses).of(approved.app), right=True, now=visit.now)
        visit.world.changed.notify(found.flow.id)
        return CardCodeReply(CardCodeResult.APPROVED)


def _read(visit: Visit, app: str, found: _Found | CardCodeResult) -> CardCodeReply:
    if isinstance(found, CardCodeResult):
        return CardCodeReply(found)
    flow, code = found.flow, found.code
    if not rules.code_can_be_read(code.state, code.app, app):
        return CardCodeReply(CardCodeResult.USED)
    code.state, code.app = CodeState.READ, app
    visit.world.changed.notify(flow.id)
    return CardCodeReply(CardCodeResult.READ, LoginDetails(code.id, flow.ask.service, LABELS, flow.opened_at))


def _by_number(visit: Visit, app: str, number: str) -> _Found | CardCodeResult:
    guesses = visit.world.state(Guesses).of(app)
    if lockout.is_locked(guesses, visit.now):
        return CardCodeResult.BLOCKED
    known = visit.world.state(CardLogins).by_number.get(number)
    if known:
        return _live(visit, *known)
    lockout.record(guesses, right=False, now=visit.now)
    return CardCodeResult.BLOCKED if lockout.is_locked(guesses, visit.now) else CardCodeResult.UNKNOWN


def _by_code(visit: Visit, code: str) -> _Found | CardCodeResult:
    known = visit.world.state(CardLogins).by_code.get(code)
    return _live(visit, *known) if known else CardCodeResult.UNKNOWN


def _live(visit: Visit, flow: CardLogin, code: Code) -> _Found | CardCodeResult:
    if not rules.code_is_current(code.state):
        return CardCodeResult.REPLACED
    if flow.done:
        return CardCodeResult.USED
    return _Found(flow, code) if rules.code_is_live(code.issued_at, visit.now) else CardCodeResult.EXPIRED


def _answerable(visit: Visit, app: str, code: str) -> _Found | CardCodeResult:
    found = _by_code(visit, code)
    if isinstance(found, CardCodeResult):
        return found
    answerable = rules.code_can_be_answered(found.code.state) and rules.reader_answers(found.code.app, app)
    return found if answerable else CardCodeResult.USED
