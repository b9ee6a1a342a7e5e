"""The command line of ``make assertions``."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """What was asked for.

    Attributes:
        every: every case of every story, and not one of each.
        tests: only the stories in these folders or files.
        workers: of pytest-xdist.
        fresh: forget what earlier runs found.
    """

    every: bool
    tests: tuple[str, ...]
    workers: int
    fresh: bool


def read_options(arguments: Sequence[str]) -> Options:
    """Read the command line; a wrong one ends the program with a message that says what to do."""
    parser = argparse.ArgumentParser(
        prog="make assertions",
        description="Find the assertions that already hold before the act that they speak of.",
        allow_abbrev=False,
    )
    parser.add_argument("--all", action="store_true", dest="every", help="every case, not one of each story")
    parser.add_argument("--tests", nargs="+", default=["e2e"], metavar="PATH", help="only of this folder or file")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="in parallel")
    parser.add_argument("--fresh", action="store_true", help="forget what earlier runs found")
    given = parser.parse_args(arguments)
    return Options(given.every, tuple(given.tests), given.workers, given.fresh)
