"""What the plugin wrote: of each story, what it expects and whether that held already."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Answer:
    """An expectation that was asked before the act after which it stands.

    Attributes:
        story: the line of the story from which it comes.
        stated: the line that states it.
        step: what the story called.
        what: the name of Playwright's assertion, or ``arrival``.
        negative: whether it expects that something is not so.
        act: before which act of the walk it was asked.
        held: whether it was so already.
    """

    story: str
    stated: str
    step: str
    what: str
    negative: bool
    act: int
    held: bool


@dataclass(frozen=True)
class Walk:
    """Both walks of a test.

    Attributes:
        digest: of the test and of what it stood on; with another the walk counts no more.
        outcome: passed, where it passed on both; else failed or skipped.
        lost: whether it went another way on the second.
    """

    test: str
    digest: str
    outcome: str
    lost: bool
    answers: tuple[Answer, ...]


def rows_in(file: Path) -> int:
    """How many walks were written, those that a newer one has replaced among them."""
    return file.read_bytes().count(b"\n") if file.exists() else 0


def known_walks(file: Path) -> dict[str, Walk]:
    """The newest walk of each test; a last line that is not whole is none."""
    if not file.exists():
        return {}
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").split("\n")[:-1])
    walks = (Walk(**{**row, "answers": tuple(Answer(**answer) for answer in row["answers"])}) for row in rows)
    return {walk.test: walk for walk in walks}
