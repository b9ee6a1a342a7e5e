"""The last lines of a mutants run."""

from bootstrap.places import shown
from measure.mutants.places import DOCUMENT, PAGE
from measure.mutants.trial import Fate
from measure.mutants.verdict import WANTED, Verdict


def summary(verdict: Verdict) -> str:
    """What is to be told, the survivors by place."""
    counted = len(verdict.judged) - len(verdict.equivalent)
    lines = [
        f"{verdict.killed} of {counted} mutants killed ({verdict.score:g} %; {WANTED:g} % are wanted), "
        f"{verdict.with_fate(Fate.TIMEOUT)} of them by a time-out, {verdict.with_fate(Fate.NO_START)} at the start; "
        f"{len(verdict.equivalent)} more live with a reason."
    ]
    for one in verdict.survivors:
        lines.append(f"  {one.fate}: {one.mutant.file}:{one.mutant.line} ({one.mutant.operator})")
        lines += [f"    - {one.mutant.was}", f"    + {one.mutant.becomes}"]
    lines += [f"Control: does not pass where nothing is changed, and met no mutant: {test}" for test in verdict.unfit]
    lines += [f"Control: WRONG, killed a mutant and does not pass without: {test}" for test in verdict.broken]
    return "\n".join([*lines, f"Survivors: {shown(PAGE)}", f"As data:   {shown(DOCUMENT)}"])
