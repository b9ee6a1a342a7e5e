"""From which line of a story something is called."""

import sys
from pathlib import Path
from types import FrameType

_STORIES = "e2e"
_ROOMS = (_STORIES, "pages", "fixtures")


def calling_lines(root: Path) -> tuple[str, str]:
    """The innermost line of a story that is being run, and the innermost of the suite; both empty where none is."""
    lines = [line for line in _lines(sys._getframe(1), root) if line.partition("/")[0] in _ROOMS]
    stories = [line for line in lines if line.partition("/")[0] == _STORIES]
    return (stories or [""])[0], (lines or [""])[0]


def _lines(frame: FrameType | None, root: Path) -> list[str]:
    found: list[str] = []
    while frame:
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(root):
            found.append(f"{file.relative_to(root).as_posix()}:{frame.f_lineno}")
        frame = frame.f_back
    return found
