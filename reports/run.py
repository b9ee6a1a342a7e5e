"""``python -m reports.run e2e [arguments of pytest]`` walks the paths; ``… report`` rebuilds the report."""

import shutil
import subprocess
import sys
from collections.abc import Sequence

from reports.html import build
from reports.path_map import write_path_map
from reports.paths import path_rows, write_paths
from reports.places import HTML, PATH_MAP, PATHS, RESULTS, ROOT
from reports.results import ReportError, read_results
from reports.second_walk import record_failures
from reports.summary import summary

_STOPPED = 130
_SOME_FAILED = 1
_NOTHING_RAN = (4, 5)  # pytest: wrong arguments; no test was chosen


def e2e(arguments: Sequence[str]) -> int:
    """Run the suite and build its report; returns pytest's exit code, or 1 where only the report failed."""
    for old in (RESULTS, HTML):
        shutil.rmtree(old, ignore_errors=True)
    PATHS.unlink(missing_ok=True)
    parallel = ("-n", "auto", "--dist", "worksteal")
    # The model runs hypothesis itself; hypothesis' plugin would cost every worker a second.
    plugins = ("-p", "no:hypothesispytest", "--alluredir", str(RESULTS))
    # A folder or file of the suite among the arguments takes the place of the whole.
    suite = () if any(argument.startswith("e2e/") for argument in arguments) else ("e2e",)
    try:
        code = subprocess.call([sys.executable, "-m", "pytest", *parallel, *plugins, *suite, *arguments], cwd=ROOT)
    except KeyboardInterrupt:
        return _STOPPED
    if code in _NOTHING_RAN:  # pytest has said why
        return code
    if code == _SOME_FAILED:
        record_failures([*plugins[:2], *suite, *arguments])
    built = report()
    return code or built


def report() -> int:
    """Build the report of the results that are there; returns 1, after a line saying why, where that fails."""
    try:
        rows = path_rows(read_results(RESULTS))
        build(RESULTS, HTML)
        write_paths(rows, PATHS)
        write_path_map(rows, PATH_MAP)
    except ReportError as error:
        print(f"No report: {error}", file=sys.stderr)
        return 1
    print(summary(rows))
    return 0


def main(arguments: Sequence[str]) -> int:
    """Do what the first argument says; returns the exit code."""
    match list(arguments):
        case ["e2e", *rest]:
            return e2e(rest)
        case ["report"]:
            return report()
        case _:
            print(__doc__, file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
