"""Did an assertion of the test fail, or did something else go wrong?"""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from bootstrap.places import ROOT
from measure.strength.plugin.records import Outcome

_OURS = ("e2e", "pages", "fixtures")
_EXPECT = "_assertions.py"
_NOT_RAISED = "DID NOT RAISE"
_LONGEST = 400


def judge(error: BaseException, frames: Sequence[tuple[str, int]]) -> Outcome:
    """What a failure of a test's own body means; ``frames`` are the files and lines it came through, outermost first.

    Only what the test itself states can kill: an ``assert`` of a story, page or fixture, an ``expect`` of
    Playwright, a ``pytest.raises`` that waited in vain. A time-out of an action, a refusal of the control
    API or any other error does not.
    """
    if isinstance(error, pytest.skip.Exception):
        return Outcome.SKIPPED
    if isinstance(error, pytest.fail.Exception):
        return Outcome.KILLED if str(error).startswith(_NOT_RAISED) else Outcome.BROKEN
    if isinstance(error, AssertionError) and frames:
        by_expect = any(file.endswith(_EXPECT) for file, _ in frames)
        return Outcome.KILLED if by_expect or _is_ours(frames[-1][0]) else Outcome.BROKEN
    return Outcome.BROKEN


def told(error: BaseException, frames: Sequence[tuple[str, int]]) -> str:
    """What a failure says, in a line, after the place in the story (or the nearest to it)."""
    ours = [frame for frame in frames if _is_ours(frame[0])]
    stories = [frame for frame in ours if _room(frame[0]) == "e2e"]
    text = re.sub(r"\x1b\[[0-9;]*m", "", _words_of(error)).partition("Call log:")[0]
    words = re.sub(r"\s+", " ", text).strip() or type(error).__name__
    if not isinstance(error, AssertionError | pytest.fail.Exception):
        words = f"{type(error).__name__}: {words}"
    place = next(reversed(stories or ours), None)
    where = f"{Path(place[0]).relative_to(ROOT)}:{place[1]}: " if place else ""
    return (where + words)[:_LONGEST]


def _words_of(error: BaseException) -> str:
    try:
        return str(error)
    except Exception as further:
        return f"its text cannot be had ({type(further).__name__})"


def _is_ours(file: str) -> bool:
    return _room(file) in _OURS


def _room(file: str) -> str:
    path = Path(file)
    return path.relative_to(ROOT).parts[0] if path.is_relative_to(ROOT) else ""
