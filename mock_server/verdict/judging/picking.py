"""Which answers are sent: all, those that were asked for, and none whose risk somebody took upon themselves."""

from collections.abc import Collection, Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from ...check.answer import Answer, Gravity, Reach
from ...kernel.near import beginning, near

_FIRST = ("art.post_", "sig.none")
_GRAVE = list(Gravity)


class PickingRefused(ValueError):
    """Nothing is named so; the message says what is near."""


def picked(only: Iterable[str], table: Mapping[str, Answer]) -> list[tuple[Answer, str]]:
    """What to send, in order: what tells most first, and what may block a service last.

    Args:
        only: ids, ways to send one, or patterns such as ``sig.*``; empty for all.
        table: of answers, by id.

    Raises:
        PickingRefused: a name fits nothing.
    """
    every = [(answer, send) for answer in table.values() for send in answer.sends]
    wanted = list(only)
    for pattern in wanted:
        if not any(_fits(pattern, answer, send) for answer, send in every):
            raise PickingRefused(f"no answer is named {beginning(pattern)!r}; {near(pattern, table)}")
    chosen = [pair for pair in every if not wanted or any(_fits(pattern, *pair) for pattern in wanted)]
    return sorted(chosen, key=lambda pair: _place(*pair))


def _fits(pattern: str, answer: Answer, send: str) -> bool:
    return fnmatchcase(answer.id, pattern) or fnmatchcase(send, pattern)


def _place(answer: Answer, send: str) -> tuple[bool, int, bool, int]:
    """Sorts stably: within one place the table's order stays."""
    first = next((place for place, begins in enumerate(_FIRST) if answer.id.startswith(begins)), len(_FIRST))
    by_anybody = answer.reach_of(send) is Reach.BROWSER
    return answer.may_block, first, not by_anybody, _GRAVE.index(answer.gravity)


def read_skips(file: Path, table: Mapping[str, Answer]) -> dict[str, str]:
    """Accepted risks: a YAML or JSON object of ids, or ways to send one, with the reason of each.

    Raises:
        PickingRefused: it cannot be read, names an answer that is not there, or gives no reason.
    """
    return read_reasons(file, {*table, *(send for answer in table.values() for send in answer.sends)})


def read_reasons(file: Path, names: Collection[str]) -> dict[str, str]:
    """A YAML or JSON object of some of these names, each with a reason.

    Raises:
        PickingRefused: it cannot be read, names something else, or gives no reason.
    """
    try:
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise PickingRefused(f"{file} cannot be read: {error}") from error
    if not isinstance(said, dict) or not all(isinstance(key, str) for key in said):
        raise PickingRefused(f"{file}: write one line for each, as in `person.name_4k: our database cuts names`")
    for name, reason in said.items():
        if name not in names:
            raise PickingRefused(f"{file}: no answer is named {beginning(name)!r}; {near(name, names)}")
        if not isinstance(reason, str) or not reason.strip():
            raise PickingRefused(f"{file}: {name} has no reason; say why this risk is accepted")
    return said
