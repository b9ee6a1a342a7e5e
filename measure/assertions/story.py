"""From which line of a story something is called, and through which step of a page object."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

ARRIVAL = "arrival"
"""The step of whatever a page object asserts when it is built."""
_STORIES, _WRAPPER = "e2e/", "fixtures/steps.py"
_SUITE = (_STORIES, "pages/", "fixtures/")
_WATCHERS = ("e2e/watchers/", "fixtures/watching/", "fixtures/approving/")


@dataclass(frozen=True)
class Caller:
    """Who states an expectation.

    Attributes:
        story: the innermost line of a story that is being run, such as ``e2e/login/test_paths.py:12``.
        stated: the innermost line of the suite: the story's, or one of a page object.
        step: the method of a page object that the story called, or ``arrival``; what is expected where the story
            states it itself.
    """

    story: str
    stated: str
    step: str


def caller(root: Path, what: str) -> Caller | None:
    """Who states that this is expected; None where no story does."""
    between: list[tuple[str, str]] = []
    for line, function in _lines(sys._getframe(1), root):
        if line.startswith(_STORIES):
            names = [name for inner, name in between if not inner.startswith(_WRAPPER)]
            step = ARRIVAL if what == ARRIVAL or "__init__" in names else (names or [what])[-1]
            return Caller(line, (between or [(line, "")])[0][0], step)
        between.append((line, function))
    return None


def is_watching(root: Path) -> bool:
    """Whether a watcher acts or looks: what it does depends on what it has seen before, and no story speaks of it."""
    return any(line.startswith(_WATCHERS) for line, _ in _lines(sys._getframe(1), root))


def _lines(frame: FrameType | None, root: Path) -> Iterator[tuple[str, str]]:
    """The lines of the suite that are being run, the innermost first, each with its function."""
    while frame:
        file = Path(frame.f_code.co_filename)
        name = file.relative_to(root).as_posix() if file.is_relative_to(root) else ""
        if name.startswith(_SUITE):
            yield f"{name}:{frame.f_lineno}", frame.f_code.co_name
        frame = frame.f_back
