"""What login.mobywatel decides about a code."""

from datetime import datetime
from uuid import uuid4

from ...kernel.rules import rule
from .state import CodeState


@rule
def new_code() -> str:
    """A code that nobody can guess from another: 122 random bits."""
    return str(uuid4())


@rule
def code_is_live(expires_at: datetime, now: datetime) -> bool:
    """A code works until its last moment and not at its end."""
    return now < expires_at


@rule
def code_can_be_read(state: CodeState) -> bool:
    """A code is read once; one that was replaced, used or declined is dead."""
    return state is CodeState.SHOWN


@rule
def code_can_be_answered(state: CodeState) -> bool:
    """A code is answered once, after it was read."""
    return state is CodeState.READ


@rule
def answer_is_in_time(expires_at: datetime, now: datetime) -> bool:
    """An approval counts while the code lives, however early the code was read."""
    return now < expires_at


@rule
def code_identifies(state: CodeState) -> bool:
    """Reading a code proves nothing; only an approval does."""
    return state is CodeState.APPROVED


@rule
def reader_answers(reader: str | None, pesel: str) -> bool:
    """Only the person whose app read the code may answer it."""
    return reader == pesel
