"""``python -m reports.gate [--min-tests N] [--max-failures N]``: may what was tested last be released?

It may where every test that was collected ran and passed, but for what a known issue excuses, and no known issue has
expired. Exit code 0 says that it may, 1 that it may not, 2 that there is nothing to judge.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from fixtures.console_lines import tests_counted
from fixtures.surroundings import SHARD
from reports.collected import read_collected
from reports.ended import Ended, read_ended
from reports.known import Known, beside, read_known_issues
from reports.missing import without_result
from reports.places import KNOWN_ISSUES, RESULTS
from reports.results import ReportError, read_results
from reports.surroundings import read_surroundings


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge the results of the last run; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m reports.gate", description=__doc__)
    parser.add_argument("--min-tests", type=int, default=1, metavar="N", help="how many tests must have run (1)")
    parser.add_argument("--max-failures", type=int, default=0, metavar="N", help="how many may have failed (0)")
    options = parser.parse_args(arguments)
    try:
        said = judge(RESULTS, KNOWN_ISSUES, datetime.now(UTC).date(), options.min_tests, options.max_failures)
    except ReportError as error:
        print(f"No verdict: {error}", file=sys.stderr)
        return 2
    for line in said:
        print(f"  {line}")
    print("The gate is shut." if said else "The gate is open.")
    return 1 if said else 0


def judge(results: Path, known_issues: Path, today: date, min_tests: int = 1, max_failures: int = 0) -> list[str]:
    """What keeps the gate shut; nothing where it is open.

    Raises:
        ReportError: there are no results, or the known issues cannot be read.
    """
    collected = read_collected(results)
    if not collected:
        raise ReportError("There are no results yet. Run make e2e first.")
    tests = read_ended(results)
    known = beside(read_known_issues(known_issues), tests, today)
    missing = without_result(collected, read_results(results))
    unwalked = f"{len(missing)} of {len(collected)} collected tests left no result." if missing else ""
    shard = read_surroundings(results).get(SHARD)
    alone = f'Only shard {shard} was run: make report ARGS="--merge DIR…" first.' if shard else ""
    return list(filter(None, (*_reasons(tests, known, min_tests, max_failures), unwalked, alone)))


def _reasons(tests: Sequence[Ended], known: Known, min_tests: int, max_failures: int) -> list[str]:
    ran = sum(test.status not in {"skipped", "unknown"} for test in tests)
    bad = [test for test in tests if test.fault and test.nodeid not in known.excused]
    return [
        f"{tests_counted(ran)} ran, {min_tests} must." if ran < min_tests else "",
        f"{tests_counted(len(bad))} failed, {max_failures} may: {bad[0].why.head}" if len(bad) > max_failures else "",
        *(f"A known issue has expired: {issue.test} ({issue.reason})" for issue in known.expired),
    ]


if __name__ == "__main__":
    sys.exit(main())
