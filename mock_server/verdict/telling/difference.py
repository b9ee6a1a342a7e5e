"""What was sent beside the good answer, as people read it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..judging.record import Change

_LONGEST = 1200


@dataclass(frozen=True)
class Line:
    """One line of the difference: ``+`` was sent, ``-`` is in the good answer, a blank tells where."""

    mark: str
    text: str


def lines_of(changes: tuple[Change, ...]) -> list[Line]:
    """The places that were changed, then how many only follow from them."""
    told = [line for change in changes if not change.follows for line in _told(change)]
    follow = sum(change.follows for change in changes)
    if follow:
        told.append(Line(" ", f"… and {follow} digests and signature values, which any change moves"))
    return told


def _told(change: Change) -> Iterator[Line]:
    yield Line(" ", change.place)
    if change.good is not None:
        yield Line("-", _short(change.good))
    if change.sent is not None:
        yield Line("+", _short(change.sent))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text) - _LONGEST} characters more)"
