"""Every answer with a chosen defect, and every odd but right one: the table."""

from ..kernel.near import beginning, near
from .answer import Answer
from .rows import references, signature, wrapping

GOOD = "good"
"""What is chosen to have the good answer sent, and remembered for answers that repeat something of it."""

_FAMILIES = (signature, references, wrapping)
ANSWERS: dict[str, Answer] = {row.id: row for family in _FAMILIES for row in family.ROWS}
"""By id, in the catalogue's order."""

SENDS: dict[str, Answer] = {send: answer for answer in ANSWERS.values() for send in answer.sends}
"""By every way to send them: ``id`` or ``id:variant``."""


class AnswerUnknown(ValueError):
    """No answer is named so; the message says what is near."""


def answer_of(send: str) -> Answer:
    """The answer of one of `SENDS`.

    Raises:
        AnswerUnknown: there is none.
    """
    if send not in SENDS:
        raise AnswerUnknown(f"no answer is named {beginning(send)!r}; {near(send, SENDS)}")
    return SENDS[send]
