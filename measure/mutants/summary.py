"""The last lines of a mutants run."""

from bootstrap.places import shown
from measure.mutants.options import Options
from measure.mutants.places import document, page
from measure.mutants.trial import Fate
from measure.mutants.verdict import Verdict


def summary(verdict: Verdict, options: Options) -> str:
    """What is to be told, the survivors by place."""
    lines = [
        f"{verdict.killed} of {verdict.counted} mutants killed ({verdict.score:g} %; {verdict.wanted:g} % are wanted), "
        f"{verdict.with_fate(Fate.TIMEOUT)} of them by a time-out, {verdict.with_fate(Fate.NO_START)} at the start; "
        f"{len(verdict.equivalent)} more live with a reason."
    ]
    lines += [f"  seed {seed}: {_score(one)}" for seed, one in verdict.of_seeds.items()]
    lines += [f"  {kind}: {_score(one)}" for kind, one in verdict.of_kinds.items()]
    for one in verdict.survivors:
        lines.append(f"  {one.fate}: {one.mutant.file}:{one.mutant.line} ({one.mutant.operator})")
        lines += [f"    - {one.mutant.was}", f"    + {one.mutant.becomes}"]
    lines += [f"Control: does not pass where nothing is changed, and met no mutant: {test}" for test in verdict.unfit]
    lines += [f"Control: WRONG, killed a mutant and does not pass without: {test}" for test in verdict.broken]
    places = [f"Survivors: {shown(page(options.name))}", f"As data:   {shown(document(options.name))}"]
    return "\n".join([*lines, *places])


def _score(verdict: Verdict) -> str:
    return f"{verdict.killed} of {verdict.counted} ({verdict.score:g} %)"
