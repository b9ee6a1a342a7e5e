"""Answers to pushes: mObywatel hands them in over the back channel, and pz.gov.pl alone decides what they are worth."""

from enum import StrEnum

from starlette.responses import Response

from ...kernel.inbox import PushState
from ...web.back_channel import back_channel_message
from ...web.visit import Visit
from . import rules
from .confirming import still_counts
from .operation import Operations
from .site import site
from .steps import PushStep

DECLINED = "Odrzucono potwierdzenie w aplikacji mObywatel. Możesz spróbować jeszcze raz."


class Result(StrEnum):
    """What mObywatel is told."""

    ACCEPTED = "accepted"
    EXPIRED = "expired"
    ALREADY_ANSWERED = "already_answered"
    NOT_YOURS = "not_yours"


@site.post("/back/push")
async def answer_push(visit: Visit) -> Response:
    """Take the answer of one person to one push."""
    message = await back_channel_message(visit)
    result = _take(
        visit,
        str(message.get("push")),
        str(message.get("pesel")),
        approved=rules.answer_approves(message.get("approve")),
    )
    return visit.json({"result": result})


def _take(visit: Visit, id: str, pesel: str, *, approved: bool) -> Result:  # noqa: A002
    push = visit.world.inbox.push(id)
    if push is None or push.site != site.name or not rules.push_is_for(push.pesel, pesel):
        return Result.NOT_YOURS
    if not rules.push_is_unanswered(push.state is not PushState.WAITING):
        return Result.ALREADY_ANSWERED
    operation = visit.world.state(Operations).confirmed_by(id)
    person = visit.world.people.by_pesel(pesel)
    if operation is None or person is None or not rules.push_is_live(push.expires_at, visit.now):
        return Result.EXPIRED
    step = operation.step
    if not isinstance(step, PushStep) or step.push is None or not still_counts(operation, step, person):
        return Result.EXPIRED
    step.push.state = PushState.APPROVED if approved else PushState.DECLINED
    if approved:
        operation.confirm(visit, person)
    else:
        operation.stop(visit, DECLINED, blamed=person)
    visit.world.changed.notify()
    return Result.ACCEPTED
