"""Answers of which a service must not tell one way from another: whoever can has an oracle."""

import re
from collections.abc import Mapping
from dataclasses import replace

from ...check.answer import Answer, Verdict
from .outcome import Outcome, Ruling
from .record import Judged

_TOKEN = re.compile(r"[\w-]{16,}")
"""What is new on every page."""


def compared(records: list[Judged], table: Mapping[str, Answer]) -> list[Judged]:
    """The records, with those ruled anew whose answer came back differently from way to way."""
    told_apart = {
        id_ for id_, answer in table.items() if answer.verdict is Verdict.SAME_ANSWER and _differ(records, id_)
    }
    return [_ruled(record) if record.answer in told_apart else record for record in records]


def _differ(records: list[Judged], id_: str) -> bool:
    seen = {_last(record) for record in records if record.answer == id_ and record.ruling is Ruling.RIGHT}
    return len(seen) > 1


def _last(record: Judged) -> tuple[int, str]:
    if not record.came:
        return 0, ""
    return record.came[-1].status, _TOKEN.sub("", record.came[-1].excerpt)


def _ruled(record: Judged) -> Judged:
    if record.ruling is not Ruling.RIGHT:
        return record
    told = f"its page is another than for the other ways to send this answer ({record.told})"
    return replace(record, ruling=Ruling.NOT_KEPT, outcome=Outcome.BESIDES, told=told)
