"""``python -m reports.run e2e [arguments of pytest]`` walks the paths; ``… report [--open]`` rebuilds the report.

``e2e --beside`` keeps what the report has. With ``--folder`` either makes Allure's report a folder of many files,
which a server can give, in place of one file.
``… report --merge DIR…`` first takes the results of all shards of a run (``e2e --shard I/N``) in the place of the last.
``… trace PART`` opens the trace of the test that has PART in its name.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from bootstrap.children import STOPPED, call, stoppable
from bootstrap.places import ROOT
from bootstrap.replacing import remove, replacing
from fixtures.surroundings import SHARD
from reports.attempts import BESIDE, add_earlier, drop_earlier, goes_on, set_earlier_aside, take_earlier_back
from reports.collected import CollectedTest, read_collected
from reports.front.verdict import Verdict
from reports.junit import write_junit
from reports.merging import MergeRefused, merge
from reports.missing import without_result, write_missing
from reports.opening import open_report, open_trace
from reports.pages import Pages, build_pages
from reports.paths import PathRow, path_rows
from reports.places import ALLURE, ALLURE_FOLDER, INDEX, JUNIT, PATHS, RESULTS
from reports.results import ReportError, read_results, set_unreadable_aside
from reports.scratch import scratch
from reports.second_walk import record_failures
from reports.summary import summary
from reports.surroundings import read_surroundings

_SOME_FAILED, _CUT_SHORT, _WRONGLY_ASKED = 1, 2, 4
"""What pytest ends with: 2 where a worker of xdist met the last failure that --maxfail allows."""
_PARALLEL = ("-n", "auto", "--dist", "worksteal")
# The model draws from hypothesis without its plugin, which would cost every worker a second.
_PLUGINS = ("-p", "no:hypothesispytest")
_FOLDER = "--folder"


def e2e(arguments: Sequence[str], *, folder: bool = False) -> int:
    """Run the suite and build its report.

    Returns pytest's exit code; 0 where all that failed is a known issue; 130 where the run was stopped; 1 where only
    the report failed, a test that was collected left no result, or a known issue has expired.
    """
    set_earlier_aside()
    code = _walk(arguments)
    if not read_collected(RESULTS):  # pytest has said why: a wrong argument, no test chosen, tests only listed
        take_earlier_back()
        return code
    code = _complete(code, arguments)
    built, verdict = _report(folder=folder)
    if code == _SOME_FAILED and not built and verdict and verdict.good:
        if verdict.known:
            print("All that failed is known: this run is not red.")
            return 0
        print("No test failed, and yet the run ended with an error: pytest tells it above.", file=sys.stderr)
    return code or built or int(bool(verdict and verdict.expired))


def _walk(arguments: Sequence[str]) -> int:
    chosen = _chosen(arguments)
    command = [sys.executable, "-m", "pytest", *_PARALLEL, *_PLUGINS, "--alluredir", str(RESULTS), *chosen]
    try:
        with scratch() as environment:
            return call(command, cwd=ROOT, env=environment)
    except KeyboardInterrupt:
        return _stopped()


def _complete(code: int, arguments: Sequence[str]) -> int:
    """Add what the walk itself has not left: its crashed tests, the earlier attempts and the recordings."""
    try:
        write_missing((test for test in _without_result() if test.began), RESULTS)
        if goes_on(arguments):
            add_earlier()
        drop_earlier()
        if code in {_SOME_FAILED, _CUT_SHORT}:
            record_failures([*_PARALLEL, *_PLUGINS], _chosen(arguments))
    except OSError as error:
        print(f"Not recorded: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        return _stopped()
    return code


def _without_result() -> list[CollectedTest]:
    return without_result(read_collected(RESULTS), read_results(RESULTS))


def _chosen(arguments: Sequence[str]) -> list[str]:
    """What pytest is told: a folder or file of the suite among the arguments takes the place of the whole."""
    arguments = [argument for argument in arguments if argument != BESIDE]
    places = [(ROOT / argument.partition("::")[0]).resolve() for argument in arguments]
    return [*(() if any(ROOT / "e2e" in place.parents for place in places) else ("e2e",)), *arguments]


def _stopped() -> int:
    print("\nStopped.", file=sys.stderr, flush=True)
    return STOPPED


def report(*, folder: bool = False) -> int:
    """Build the report of the results that are there, Allure's as one file or as a folder.

    Returns 1 where a test left no result, or, after a line saying why, where the report cannot be built.
    """
    return _report(folder=folder)[0]


def merged(folders: Sequence[Path], *, folder: bool = False) -> int:
    """Build the report of all shards of a run.

    Returns what pytest would have ended with: 0 where all passed or was known to fail; 1 where a test failed or was not
    run, a shard is missing or the report failed; 4, after a line saying why, where they are no shards of one run.
    """
    try:
        print(f"Shards merged: {merge(folders, RESULTS).told}.")
    except MergeRefused as error:
        print(f"Not merged: {error}", file=sys.stderr)
        return _WRONGLY_ASKED
    except OSError as error:
        print(f"Not merged: {error}", file=sys.stderr)
        return 1
    built, verdict = _report(folder=folder)
    return built or int(verdict is None or not verdict.good)


def _report(*, folder: bool) -> tuple[int, Verdict | None]:
    try:
        rows, missing, verdict = _build(folder=folder)
    except (ReportError, OSError) as error:
        last = " The last report stands." if INDEX.exists() else ""
        print(f"No report: {str(error).rstrip('.')}.{last}", file=sys.stderr)
        return 1, None
    print(summary(rows, missing, verdict.known, verdict.expired, read_surroundings(RESULTS).get(SHARD, "")))
    return 1 if missing else 0, verdict


def _build(*, folder: bool) -> tuple[list[PathRow], int, Verdict]:
    """Put a new report in the place of the old; returns its paths, how many tests left no result, and how it ended."""
    tests = read_collected(RESULTS)
    if not tests:
        raise ReportError("There are no results yet. Run make e2e first.")
    set_unreadable_aside(RESULTS)
    write_missing(_without_result(), RESULTS)
    with replacing(JUNIT) as (junit,):
        write_junit(RESULTS, junit)
    results = read_results(RESULTS)
    rows = path_rows(tests, results)
    wanted, other = (ALLURE_FOLDER, ALLURE) if folder else (ALLURE, ALLURE_FOLDER)
    with replacing(INDEX, wanted, PATHS) as (index, allure, paths):
        verdict = build_pages(RESULTS, rows, Pages(index, allure, paths, folder))
    remove(other)
    return rows, sum(not result.left for result in results.values()), verdict


def _opened(show: Callable[[], None]) -> int:
    try:
        show()
    except ReportError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m reports.run report", allow_abbrev=False)
    parser.add_argument("--open", action="store_true", help="serve it with its traces, and open it")
    parser.add_argument(_FOLDER, action="store_true", help="Allure's report as a folder of many files")
    parser.add_argument("--merge", nargs="+", type=Path, metavar="DIR", help="the results of each shard of a run")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Do what the first argument says; returns the exit code."""
    try:
        with stoppable():
            match list(arguments):
                case ["e2e", *rest]:
                    return e2e([one for one in rest if one != _FOLDER], folder=_FOLDER in rest)
                case ["report", *rest]:
                    asked = _asked(rest)
                    code = merged(asked.merge, folder=asked.folder) if asked.merge else report(folder=asked.folder)
                    return max(code, _opened(open_report)) if asked.open else code
                case ["trace", *names]:
                    return _opened(partial(open_trace, " ".join(names)))
    except KeyboardInterrupt:
        return _stopped()
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
