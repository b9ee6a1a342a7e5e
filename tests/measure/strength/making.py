"""Small tests, faults and records, written by hand."""

from measure.strength.pairs import Scope, claim_pairs, control_pairs
from measure.strength.plugin.plan import Pair
from measure.strength.plugin.records import Outcome, Phase, Record
from measure.strength.suite import Fault, SuiteTest
from mock_server.kernel.faults import RuleFault

ONE = SuiteTest("e2e/a.py::test_one", ("code.once",), in_browser=True, digest="t1")
BOTH = SuiteTest("e2e/a.py::test_both[pixel]", ("code.once", "sms.once"), in_browser=False, digest="t2")
SILENT = SuiteTest("e2e/b.py::test_silent[x]", (), in_browser=True, digest="t3")
SILENT_TOO = SuiteTest("e2e/b.py::test_silent[y]", (), in_browser=True, digest="t3")
TESTS = (ONE, BOTH, SILENT, SILENT_TOO)


def fault(name: str, behaviour: str = "code.once", digest: str = "f1") -> Fault:
    return Fault(name, f"Title of {name}", f"Suffering of {name}", behaviour, digest, RuleFault(name, "negate"))


def scope(*faults: Fault, chosen: frozenset[tuple[str, str]] | None = None) -> Scope:
    return Scope(faults, TESTS, chosen)


def record(pair: Pair, outcome: Outcome, said: str = "", seconds: float = 1.0, house: str = "h") -> Record:
    return Record(pair.phase, pair.fault, pair.test, pair.digest, house, outcome, said, seconds)


def good_controls(asked: Scope) -> dict[Pair, Record]:
    passed = control_pairs(asked, Phase.NOTHING, whole=False, seed=1)
    failed = control_pairs(asked, Phase.ONLY_500, whole=False, seed=1)
    return {pair: record(pair, Outcome.SURVIVED) for pair in passed} | {
        pair: record(pair, Outcome.KILLED) for pair in failed
    }


def claims(asked: Scope) -> list[Pair]:
    return claim_pairs(asked, frozenset(), {})
