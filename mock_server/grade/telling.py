"""A grade, for people and for programs."""

import json
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from ..check.deeds.logout import LOGOUTS
from ..verdict.telling.addresses import page_of
from ..verdict.telling.plain import plain
from .grade import Grade, Sight, Tried
from .wanted import PLANTS

_WIDTH = 118
_REFUSED = "that nobody is in after this answer, in the test that chooses it"
_ENDS_NOTHING = "that the session is still there after this message, in the test that chooses it"
_NEVER_SENT = "what follows from the answer, after a login that is answered so: choose it before the login ends"


def lines(grade: Grade) -> Iterator[str]:
    """Line by line, for a terminal: what has to be mended comes last, where it is read."""
    if grade.why_not is not None:
        yield f"no grade: {plain(grade.why_not, 1000)}"
        for line in grade.printed.splitlines()[-20:]:
            yield f"    {plain(line, _WIDTH)}"
        return
    for trial in grade.trials:
        if trial.sight in {Sight.UNTOUCHED, Sight.UNSTEADY, Sight.SKIPPED}:
            yield f"{trial.sight:12} {trial.id}: {plain(trial.told, 200)}"
    for name, ids in (("not graded", grade.ungraded), ("untested", grade.untested)):
        yield from _by_family(name, ids)
    for trial in grade.findings:
        yield f"{trial.sight.upper():12} {trial.id}: {plain(happens(grade, trial), 200)}"
        if trial.tests:
            yield f"    chosen   {', '.join(trial.tests)}"
        yield f"    assert   {wanted(trial)}"
        if trial.kind == "answer":
            yield f"    more     {page_of(trial.id.partition(':')[0])}"
    yield f"{grade.summary}  ({grade.seconds:.0f} s)"


def _by_family(name: str, ids: Iterable[str]) -> Iterator[str]:
    """Many ids, each family on lines of its own, which begin with it."""
    for family, members in groupby(ids, lambda id_: id_.partition(".")[0]):
        rest = ", ".join(member.partition(".")[2] for member in members)
        yield from textwrap.wrap(f"{family}: {rest}", _WIDTH, initial_indent=f"{name:13}", subsequent_indent=" " * 15)


def happens(grade: Grade, trial: Tried) -> str:
    """What was altered, in words."""
    if trial.kind == "plant":
        return f"{PLANTS[trial.id].happens}, and all stays green"
    if trial.sight is Sight.NEVER_SENT:
        return trial.told
    answer = grade.table[trial.id.partition(":")[0]]
    return f"the good answer comes in its place, and all stays green ({answer.change})"


def wanted(trial: Tried) -> str:
    """What a test has to assert."""
    if trial.kind == "plant":
        return PLANTS[trial.id].wanted
    if trial.sight is Sight.NEVER_SENT:
        return _NEVER_SENT
    return _ENDS_NOTHING if trial.id in LOGOUTS else _REFUSED


def as_json(grade: Grade) -> str:
    """All of it."""
    told = {
        "summary": grade.summary if grade.why_not is None else None,
        "exit_code": grade.exit_code,
        "no_grade": grade.why_not,
        "seconds": round(grade.seconds, 1),
        "trials": [
            {
                "id": trial.id,
                "kind": trial.kind,
                "sight": trial.sight,
                "tests": list(trial.tests),
                "told": trial.told,
                "assert": wanted(trial) if trial.sight.is_finding else None,
            }
            for trial in grade.trials
        ],
        "asked": dict(grade.asked),
        "not_graded": grade.ungraded,
        "untested": grade.untested,
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
