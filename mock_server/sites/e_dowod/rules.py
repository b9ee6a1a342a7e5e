"""What e-dowód decides about the codes that its login page shows."""

from datetime import datetime

from ...kernel.rules import rule
from .state import CODE_LIFE, CodeState


@rule
def code_is_live(issued_at: datetime, now: datetime) -> bool:
    """A code works until its last second."""
    return now < issued_at + CODE_LIFE


@rule
def code_is_current(state: CodeState) -> bool:
    """A code that was replaced by a newer one is dead."""
    return state is not CodeState.REPLACED


@rule
def code_can_be_read(state: CodeState, reader: str | None, app: str) -> bool:
    """A code is taken up once; the app that has it may look at it again until it has answered."""
    return state is CodeState.SHOWN or (state is CodeState.READ and reader == app)


@rule
def code_can_be_answered(state: CodeState) -> bool:
    """A code is answered once, after an app has read it."""
    return state is CodeState.READ


@rule
def reader_answers(reader: str | None, app: str) -> bool:
    """Only the app that read the code answers it."""
    return reader == app


@rule
def code_can_be_replaced(state: CodeState) -> bool:
    """A new code takes the place of any but one that was approved: that login goes on."""
    return state is not CodeState.APPROVED
