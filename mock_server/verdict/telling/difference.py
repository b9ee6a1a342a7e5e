"""What was sent beside the good answer, as people read it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..judging.record import Change

LEGEND = (
    "S envelope, A ArtifactResponse, R Response, E encrypted data, T assertion in clear; @ an attribute, #text its text"
)
_LONGEST = 1200
_FEW = 10
"""Things in an element that are told one by one."""
_NAME = re.compile(r"\{[^}]*\}([\w.-]+)")


@dataclass(frozen=True)
class Line:
    """One line of the difference: ``+`` was sent, ``-`` is in the good answer, a blank tells where."""

    mark: str
    text: str


def lines_of(changes: Iterable[Change]) -> list[Line]:
    """The places that were changed, whole elements in one line, then how many only follow from them."""
    every = list(changes)
    own = [change for change in every if not change.follows]
    whole = [change for change in own if _is_element(change) and _parts(change, own) > _FEW]
    tops = [change for change in whole if not any(_is_within(change, other) for other in whole)]
    told = [line for change in own if not any(_is_within(change, top) for top in tops) for line in _told(change, own)]
    follow = len(every) - len(own)
    if follow:
        told.append(Line(" ", f"… and {follow} digests and signature values, which any change moves"))
    return told


def _is_element(change: Change) -> bool:
    """Whether a whole element is on one side only."""
    there = change.sent if change.good is None else change.good
    return (
        (change.good is None) != (change.sent is None)
        and "@" not in change.place
        and there is not None
        and bool(_NAME.fullmatch(there))
    )


def _is_within(change: Change, whole: Change) -> bool:
    inside = change.place.startswith(whole.place) and change.place[len(whole.place) :][:1] in {"/", "@", "#"}
    return inside and (change.good is None) == (whole.good is None)


def _parts(whole: Change, every: list[Change]) -> int:
    return sum(_is_within(change, whole) for change in every)


def _told(change: Change, every: list[Change]) -> Iterator[Line]:
    yield Line(" ", change.place)
    parts = _parts(change, every) if _is_element(change) else 0
    if parts > _FEW:
        mark, name = ("+", change.sent) if change.good is None else ("-", change.good)
        named = _NAME.sub(r"\1", name or "")
        yield Line(mark, f"<{named}>, with {parts} things in it")
        return
    if change.good is not None:
        yield Line("-", _short(change.good))
    if change.sent is not None:
        yield Line("+", _short(change.sent))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text) - _LONGEST} characters more)"
