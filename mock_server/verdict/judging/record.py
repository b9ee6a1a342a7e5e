"""What is kept of one answer that was judged: enough for every report, and to go on later."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from pydantic import TypeAdapter

from ...check.answer import Answer
from ...check.messages import ChangeSeen
from ..visitor.fetching import Answered
from .outcome import Outcome, Played, Ruling

_EXCERPT = 1500
_CHANGE = 3000


@dataclass(frozen=True)
class Change:
    """One place at which what was sent differs from the good answer.

    Attributes:
        follows: whether it is a digest or a signature's value, which any change moves.
    """

    place: str
    good: str | None
    sent: str | None
    follows: bool = False


@dataclass(frozen=True)
class Came:
    """One answer of the service, shortened."""

    address: str
    status: int
    excerpt: str


@dataclass(frozen=True)
class Judged:
    """One way to send an answer, and what it led to.

    Attributes:
        send: ``id`` or ``id:variant``.
        told: what happened, in one sentence.
        times: what happened each time it was sent, in short.
        seconds: that the first took.
        changes: where what was sent differs from the good answer of the same login.
        came: what the service answered.
    """

    send: str
    answer: str
    ruling: Ruling
    outcome: Outcome
    told: str
    times: tuple[str, ...] = ()
    seconds: float = 0
    changes: tuple[Change, ...] = ()
    came: tuple[Came, ...] = ()

    def as_data(self) -> dict[str, object]:
        """As JSON has it."""
        return asdict(self)


RECORD: TypeAdapter[Judged] = TypeAdapter(Judged)


def record_of(
    answer: Answer, send: str, ruling: Ruling, played: Played, seconds: float = 0, changes: Iterable[ChangeSeen] = ()
) -> Judged:
    """What is kept of one time that an answer was sent."""
    return Judged(
        send,
        answer.id,
        ruling,
        played.outcome,
        played.told,
        (played.told,),
        round(seconds, 3),
        tuple(Change(one.place, _cut(one.good), _cut(one.sent), one.follows) for one in changes),
        tuple(_came(one) for one in played.trail[-4:]),
    )


def unsent(answer: Answer, send: str, ruling: Ruling, why: str) -> Judged:
    """What is kept of an answer that was not sent."""
    return Judged(send, answer.id, ruling, Outcome.NOT_APPLICABLE, why)


def _cut(text: str | None) -> str | None:
    if text is None or len(text) <= _CHANGE:
        return text
    return f"{text[:_CHANGE]}… ({len(text) - _CHANGE} characters more)"


def _came(answered: Answered) -> Came:
    return Came(answered.address.partition("?")[0], answered.status, answered.text[:_EXCERPT])
