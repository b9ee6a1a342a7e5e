"""Small mutants, walks and trials, written by hand."""

from collections.abc import Sequence

from measure.mutants.languages.python.source import candidates
from measure.mutants.mutant import Mutant, Place
from measure.mutants.reasons import Reason
from measure.mutants.trial import Fate, Trial
from measure.mutants.verdict import Verdict, conclude
from measure.mutants.walked import WalkedTest

UNIT = WalkedTest("tests/kernel/test_clock.py::test_code_is_live", "t1", outcome="passed", seconds=0.1, lines={})
STORY = WalkedTest("e2e/login/test_paths.py::test_path[a]", "t2", outcome="passed", seconds=2.0, lines={})


def changes(source: str, *operators: str) -> list[tuple[str, str, str]]:
    """Every change that is offered: the operator, the lines before, the lines after."""
    made = (one.mutant() for one in candidates("mock_server/a.py", source))
    return [(one.operator, one.was, one.becomes) for one in made if not operators or one.operator in operators]


def mutant(
    name: str = "m", was: str = "return a < b", becomes: str = "return a <= b", file: str = "mock_server/a.py"
) -> Mutant:
    diff = f"@@ -1 +1 @@\n-{was}\n+{becomes}"
    return Mutant(name, file, 1, "boundary", was, becomes, diff, Place(1, 1), f"{becomes}\n")


def trial(of: str = "m", fate: Fate = Fate.FAILED, killer: str = UNIT.test) -> Trial:
    dead = killer if fate.is_dead else ""
    return Trial(of, "key", fate, dead, UNIT.digest if dead else "", "assert 1 == 2", 1.5, 3, 2)


def concluded(
    trials: Sequence[tuple[Mutant, Trial]],
    reasons: Sequence[Reason] = (),
    unfit: Sequence[str] = (),
    broken: Sequence[str] = (),
    **samples: Sequence[str],
) -> Verdict:
    """The verdict; samples are named by their seeds, as in ``s7=["m"]``."""
    of_seeds = {int(name.removeprefix("s")): ids for name, ids in samples.items()}
    return conclude(trials, reasons, unfit, broken, offered={"python": 99}, wanted=90.0, samples=of_seeds)
