"""Every answer with a chosen defect, and every odd but right one: the table."""

from ..kernel.near import beginning, near
from .answer import Answer
from .rows import (
    addresses,
    binding,
    browser,
    encryption,
    ending,
    odd,
    parsing,
    people,
    references,
    session,
    signature,
    statuses,
    times,
    transport,
    wrapping,
)

GOOD = "good"
"""What is chosen to have the good answer sent, and remembered for answers that repeat something of it."""

_FAMILIES = (
    signature,
    references,
    wrapping,
    parsing,
    binding,
    addresses,
    times,
    people,
    encryption,
    statuses,
    transport,
    browser,
    session,
    ending,
    odd,
)
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


OMITTED: dict[str, str] = {
    "net.tls": "The certificate is the server's and not a login's: a mock that answers with a foreign one is another "
    "server, which the checker would have to start beside this one.",
    "ok.date_zone": "It is the good answer: every date of birth that the hub sends has its zone.",
    "ok.relay_empty": "A provider that sends an empty RelayState gets it back with every good answer; any other would "
    "be sent one that it never gave.",
}
"""Rows of the catalogue that are not in the table, and why."""
