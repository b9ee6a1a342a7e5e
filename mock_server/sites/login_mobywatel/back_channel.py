"""What the phone app may ask login.mobywatel, over the back channel."""

from dataclasses import dataclass

from ...kernel.rules import seam
from ...shared.mobywatel_messages import DECIDE_CODE, READ_CODE, CodeDecision, CodeReply, CodeResult, CodeSeen
from ...web.back_channel import replies_to
from ...web.rules import flow_is_unused
from ...web.site import Site
from ...web.visit import Visit
from . import rules
from .state import CodeState, LoginCode, QrLogin, QrLogins


@dataclass(frozen=True)
class Found:
    """A code that the app names, and the login that shows it."""

    flow: QrLogin
    code: LoginCode


def add_to(site: Site) -> None:
    """Add the app's routes."""

    @replies_to(site, READ_CODE)
    async def read_code(visit: Visit, seen: CodeSeen) -> CodeReply:
        """The app read a code: who asks, and for what."""
        found = find_code(visit, seen.code)
        if isinstance(found, CodeResult):
            return CodeReply(found)
        if not rules.code_can_be_read(found.code.state):
            return CodeReply(CodeResult.USED)
        found.code.state, found.code.reader = CodeState.READ, seen.pesel
        visit.world.changed.notify(found.flow.id)
        return CodeReply(CodeResult.READ, found.flow.ask.service)

    @replies_to(site, DECIDE_CODE)
    async def decide(visit: Visit, decision: CodeDecision) -> CodeReply:
        """The person approved or declined."""
        found = find_code(visit, decision.code)
        if isinstance(found, CodeResult):
            return CodeReply(found)
        code = found.code
        if not (rules.code_can_be_answered(code.state) and rules.reader_answers(code.reader, decision.pesel)):
            return CodeReply(CodeResult.USED)
        code.state = CodeState.APPROVED if decision.approve else CodeState.DECLINED
        visit.world.changed.notify(found.flow.id)
        return CodeReply(CodeResult.APPROVED if decision.approve else CodeResult.DECLINED)


@seam
def find_code(visit: Visit, code: str) -> Found | CodeResult:
    """Find a code that the app names, or why it counts no more."""
    known = visit.world.state(QrLogins).by_code.get(code)
    if known is None:
        return CodeResult.UNKNOWN
    found = Found(*known)
    if not rules.code_is_live(found.code, visit.now):
        return CodeResult.EXPIRED
    return found if flow_is_unused(found.flow.done) else CodeResult.USED
