"""Why an assertion may hold before the act that it speaks of: read by a person, and written down."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import TypeAdapter


@dataclass(frozen=True)
class Reason:
    """An assertion that stays, known by what its line says and not by where it is: lines move.

    Attributes:
        file: of the story.
        line: what the line of the story says.
        step: the method of a page object, ``arrival``, or the name of Playwright's assertion.
    """

    file: str
    line: str
    step: str
    reason: str


_REASONS = TypeAdapter(list[Reason])


def read_reasons(file: Path) -> list[Reason]:
    """All that were written down."""
    return _REASONS.validate_python(yaml.safe_load(file.read_text(encoding="utf-8")) or [])


def reason_for(file: str, line: str, step: str, reasons: Sequence[Reason]) -> str:
    """The reason for an assertion; empty where there is none."""
    told = (one.reason for one in reasons if (one.file, one.line, one.step) == (file, line, step))
    return next(told, "")
