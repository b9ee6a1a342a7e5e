"""What login.mobywatel decides about a code."""

from datetime import datetime

from ...kernel.rules import rule
from .state import CodeState, LoginCode


@rule
def code_is_live(code: LoginCode, now: datetime) -> bool:
    """A code is read and answered until its last moment, and not at its end, however early it was read."""
    return now < code.expires_at


@rule
def code_can_be_read(state: CodeState) -> bool:
    """A code is read once; one that was replaced, used or declined is dead."""
    return state is CodeState.SHOWN


@rule
def code_can_be_answered(state: CodeState) -> bool:
    """A code is answered once, after it was read."""
    return state is CodeState.READ


@rule
def reader_answers(reader: str | None, pesel: str) -> bool:
    """Only the person whose app read the code may answer it."""
    return reader == pesel


@rule
def code_can_be_replaced(state: CodeState) -> bool:
    """A new code takes the place of any but one that was approved: that login goes on."""
    return state is not CodeState.APPROVED
