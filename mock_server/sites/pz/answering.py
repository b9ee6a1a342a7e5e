"""Answers to pushes: mObywatel hands them in over the back channel, and pz.gov.pl alone decides what they are worth."""

from ...kernel.inbox import PushState
from ...kernel.language import speaking
from ...kernel.rules import seam
from ...kernel.translation import Text
from ...shared.mobywatel_messages import DECIDE_PUSH, PushDecision, PushReply, PushResult
from ...web.back_channel import replies_to
from ...web.visit import Visit
from . import rules
from .confirming import still_counts
from .operation import Operations
from .site import site
from .steps import PushStep

DECLINED = Text("Odrzucono potwierdzenie w aplikacji mObywatel. Możesz spróbować jeszcze raz.")


@replies_to(site, DECIDE_PUSH)
async def answer_push(visit: Visit, decision: PushDecision) -> PushReply:
    """Take the answer of one person to one push."""
    return PushReply(take_answer(visit, decision.push, decision.pesel, approved=decision.approve))


@seam
def take_answer(visit: Visit, id: str, pesel: str, *, approved: bool) -> PushResult:  # noqa: A002
    """Let the answer count for the operation that waits for this push; who answers is spoken to in its language."""
    push = visit.world.inbox.push(id)
    if push is None or push.site != site.name or not rules.push_is_for(push.pesel, pesel):
        return PushResult.NOT_YOURS
    if not rules.push_is_unanswered(push.state):
        return PushResult.ALREADY_ANSWERED
    operation = visit.world.state(Operations).confirmed_by(id)
    person = visit.world.people.by_pesel(pesel)
    if operation is None or person is None or not rules.push_is_live(push.expires_at, visit.now):
        return PushResult.EXPIRED
    if not operation.may_be_confirmed(visit):
        operation.end(visit)
        return PushResult.EXPIRED
    step = operation.step
    if not isinstance(step, PushStep) or step.push is None or not still_counts(operation, step, person):
        return PushResult.EXPIRED
    step.push.state = PushState.APPROVED if approved else PushState.DECLINED
    if approved:
        with speaking(push.language):
            operation.confirm(visit, person)
    else:
        operation.stop(visit, DECLINED, blamed=person)
    visit.world.changed.notify()
    return PushResult.ACCEPTED
