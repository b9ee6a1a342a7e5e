"""Passed or not, and why: the first two lines of the page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fixtures.console_lines import tests_counted
from reports.ended import Ended
from reports.faults import Fault
from reports.paths import PathRow

_NAMED = {
    Fault.PRODUCT: "{} failed: product fault",
    Fault.ENVIRONMENT: "{} failed: environment fault",
    Fault.TEST: "{} failed: test fault",
    Fault.BLOCKED: "{} not run, blocked by another failure",
    Fault.STOPPED: "{} not run to the end, because the run was stopped",
}


@dataclass(frozen=True)
class Verdict:
    """How the run ended.

    Attributes:
        good: every test passed, or was known to fail, or was left out for a reason; and there was one.
        why: whose faults there are; empty where there are none.
        known: how many failed as a known issue says.
        expired: how many known issues have run out.
    """

    good: bool
    total: int
    passed: int
    skipped: int
    known: int
    expired: int
    why: str
    paths: int
    paths_passed: int


def verdict_of(tests: Sequence[Ended], rows: Sequence[PathRow], known: frozenset[str], *, expired: int) -> Verdict:
    """Judge the run.

    Args:
        tests: all of them.
        rows: the login paths among them.
        known: pytest's names of those that failed as a known issue says.
        expired: how many known issues have run out: one is enough for red.
    """
    bad = [test for test in tests if test.fault and test.nodeid not in known]
    faults = Counter(test.fault for test in bad)
    parts = [words.format(tests_counted(faults[fault])) for fault, words in _NAMED.items() if faults[fault]]
    if expired:
        parts.append(f"{expired} known {'issue has' if expired == 1 else 'issues have'} expired")
    return Verdict(
        good=bool(tests) and not parts,
        total=len(tests),
        passed=sum(test.status == "passed" for test in tests),
        skipped=sum(test.status == "skipped" for test in tests),
        known=len(known),
        expired=expired,
        why="; ".join(parts),
        paths=len(rows),
        paths_passed=sum(row.passed for row in rows),
    )
