"""What the measured answers say of the holes, and of the table of answers."""

from collections.abc import Mapping

from mock_server.check.answer import Duty
from mock_server.check.answers import ANSWERS, SENDS

Opened = Mapping[str, list[str]]


def not_found(opened: Opened) -> list[str]:
    """Holes that no answer finds."""
    return [name for name, sends in opened.items() if not sends]


def twins(opened: Opened) -> list[list[str]]:
    """Holes that the very same answers find."""
    by_answers: dict[tuple[str, ...], list[str]] = {}
    for name, sends in opened.items():
        by_answers.setdefault(tuple(sends), []).append(name)
    return [names for sends, names in by_answers.items() if sends and len(names) > 1]


def changed(opened: Opened, known: Opened) -> list[str]:
    """Holes that other answers find than is written down."""
    return [name for name, sends in opened.items() if sends != known.get(name)]


def not_needed(opened: Opened) -> list[str]:
    """Answers with a duty that find no hole; those that may block a service are not sent to one."""
    needed = {SENDS[send].id for sends in opened.values() for send in sends}
    return [one.id for one in ANSWERS.values() if one.id not in needed and one.duty is not Duty.EITHER]
