"""``python -m measure.flake [--executions N] [--seed N] [--fresh]``: see ``--help``."""

import argparse
import sys
from collections.abc import Sequence

from measure.flake.run import Options, flake
from measure.resumable import command


def main(arguments: Sequence[str]) -> int:
    """Returns 1 where an execution failed or a round could not be run."""
    parser = argparse.ArgumentParser(
        prog="make flake", description="Run the suite in random orders.", allow_abbrev=False
    )
    parser.add_argument("--executions", type=int, default=4000, metavar="N", help="how many tests to execute (4000)")
    parser.add_argument("--seed", type=int, default=1, help="of the first order")
    parser.add_argument("--fresh", action="store_true", help="forget what earlier runs found")
    given = parser.parse_args(arguments)
    return command("flake", lambda: flake(Options(given.executions, given.seed, given.fresh)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
