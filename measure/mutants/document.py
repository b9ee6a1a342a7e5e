"""The verdict as data: ``reports/out/mutants.json``, of a kind of tests alone ``mutants-<kind>.json``."""

from measure.mutants.choosing import STORIES, UNITS
from measure.mutants.options import Options
from measure.mutants.trial import Fate
from measure.mutants.verdict import Judged, Verdict


def document_of(verdict: Verdict, options: Options, seconds: float) -> dict[str, object]:
    """What the file holds; a score is in percent."""
    return {
        **_score(verdict),
        "seeds": [{"seed": seed, **_score(one)} for seed, one in verdict.of_seeds.items()],
        "kinds": {kind: _score(one) for kind, one in verdict.of_kinds.items()},
        "wanted": verdict.wanted,
        "offered": dict(verdict.offered),
        "only": options.only,
        "tests": options.tests,
        "map": options.walks,
        "limits": {"unit_tests": UNITS, "stories": STORIES},
        "fates": {str(fate): verdict.with_fate(fate) for fate in Fate},
        "survivors": [one.mutant.id for one in verdict.survivors],
        "reasons": {one.mutant.id: one.reason for one in verdict.equivalent},
        "control": {"did_not_pass_before": verdict.unfit, "did_not_pass_after": verdict.broken},
        "mutants": [_mutant(one) for one in verdict.judged],
        "seconds": round(seconds, 1),
    }


def _score(verdict: Verdict) -> dict[str, object]:
    return {
        "sample": len(verdict.judged),
        "equivalent": len(verdict.equivalent),
        "killed": verdict.killed,
        "score": verdict.score,
    }


def _mutant(one: Judged) -> dict[str, object]:
    mutant, trial = one.mutant, one.trial
    return {
        "id": mutant.id,
        "kind": one.kind,
        "file": mutant.file,
        "line": mutant.line,
        "operator": mutant.operator,
        "was": mutant.was,
        "becomes": mutant.becomes,
        "diff": mutant.diff,
        "killed": trial.fate.is_dead,
        "fate": str(trial.fate),
        "killed_by": trial.killer,
        "said": trial.said,
        "seconds": trial.seconds,
        "covered_by": trial.covered_by,
        "tried": trial.tried,
    }
