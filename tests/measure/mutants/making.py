"""Small mutants, walks and trials, written by hand."""

from measure.mutants.mutant import Mutant, Place
from measure.mutants.source import candidates
from measure.mutants.trial import Fate, Trial
from measure.mutants.walked import WalkedTest

UNIT = WalkedTest("tests/kernel/test_clock.py::test_code_is_live", "t1", outcome="passed", seconds=0.1, lines={})
STORY = WalkedTest("e2e/login/test_paths.py::test_path[a]", "t2", outcome="passed", seconds=2.0, lines={})


def changes(source: str, *operators: str) -> list[tuple[str, str, str]]:
    """Every change that is offered: the operator, the lines before, the lines after."""
    made = (one.mutant() for one in candidates("mock_server/a.py", source))
    return [(one.operator, one.was, one.becomes) for one in made if not operators or one.operator in operators]


def mutant(name: str = "m", was: str = "return a < b", becomes: str = "return a <= b") -> Mutant:
    diff = f"@@ -1 +1 @@\n-{was}\n+{becomes}"
    return Mutant(name, "mock_server/a.py", 1, "boundary", was, becomes, diff, Place(1, 1), f"{becomes}\n")


def trial(of: str = "m", fate: Fate = Fate.FAILED, killer: str = UNIT.test) -> Trial:
    dead = killer if fate.is_dead else ""
    return Trial(of, "key", fate, dead, UNIT.digest if dead else "", "assert 1 == 2", 1.5, 3, 2)
