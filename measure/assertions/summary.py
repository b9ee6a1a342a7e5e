"""The last lines of the run."""

from bootstrap.places import shown
from measure.assertions.places import DOCUMENT, PAGE
from measure.assertions.verdict import MOST, Verdict

_NAMED = 20


def summary(verdict: Verdict) -> str:
    """What is to be told, the empty ones without a reason by place."""
    lines = [
        f"{len(verdict.empty)} of {len(verdict.positive)} assertions hold before the act that they speak of "
        f"({verdict.share:g} %; {MOST:g} % may), {len(verdict.unexplained)} of them without a reason."
    ]
    for one in verdict.unexplained[:_NAMED]:
        lines += [f"  {one.file}:{one.line} ({one.step})", f"    {one.words}"]
    if len(verdict.unexplained) > _NAMED:
        lines.append(f"  and {len(verdict.unexplained) - _NAMED} more")
    lines.append(
        f"{len(verdict.negative)} expect that something is not so that was not so before, and no fault has turned "
        "them red, or none was planted (make strength)."
    )
    lines += [f"Went another way on the second walk: {test}" for test in verdict.lost]
    lines += [f"Did not pass: {test}" for test in verdict.failed]
    return "\n".join([*lines, f"All of it: {shown(PAGE)}", f"As data:   {shown(DOCUMENT)}"])
