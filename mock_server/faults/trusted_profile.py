"""What faults of several paragraphs do to the operations of pz.gov.pl."""

from starlette.responses import Response

from ..kernel.faults import Replaced
from ..kernel.people import Confirmation, Person
from ..kernel.rules import true
from ..shared.mobywatel_messages import PushResult
from ..sites.pz.answering import take_answer
from ..sites.pz.confirming import ask_to_confirm
from ..sites.pz.operation import Operation
from ..web.flow import Flow
from ..web.visit import Visit
from .replacing import replaced

OTHER_METHOD = {Confirmation.SMS: Confirmation.PUSH, Confirmation.PUSH: Confirmation.SMS}
"""The method that somebody did not choose, by the one they did."""


def unconfirmed(kind: type[Flow] = Operation) -> Replaced:
    """Let operations of this kind count before anybody has confirmed them."""

    def ask(visit: Visit, operation: Operation, person: Person, channel: Confirmation) -> Response:
        if not isinstance(operation, kind):
            return true(ask_to_confirm)(visit, operation, person, channel)
        operation.confirm(visit, person)
        return operation.finish(visit, person)

    return replaced(ask_to_confirm, ask)


def alive_after_cancel(kind: type[Operation] = Operation) -> Replaced:
    """Let operations of this kind be confirmed after they were given up."""

    def end(operation: Operation, visit: Visit) -> None:
        if not isinstance(operation, kind):
            true(Operation.end)(operation, visit)

    return replaced(Operation.end, end)


def _approve(visit: Visit, id: str, pesel: str, *, approved: bool) -> PushResult:  # noqa: A002
    return true(take_answer)(visit, id, pesel, approved=True)


EVERY_ANSWER_APPROVES = replaced(take_answer, _approve)
"""A push that is declined is taken for approved."""
