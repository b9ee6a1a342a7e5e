"""The command line of ``make strength``."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """What was asked for.

    Attributes:
        whole: every test against every fault that it might kill, also where one kill is known.
        fresh: forget what earlier runs found.
        since: only what has changed since this revision of git.
        faults: only faults whose id begins so.
        tests: only the tests in these folders or files.
        patience: for how many seconds an ``expect`` waits.
        workers: of pytest-xdist.
        seed: of the sample in which the rest of the suite is tried.
    """

    whole: bool
    fresh: bool
    since: str | None
    faults: tuple[str, ...]
    tests: tuple[str, ...]
    patience: float
    workers: str
    seed: int

    @property
    def in_part(self) -> bool:
        """Whether only a part of the catalogue is asked for."""
        return bool(self.since or self.faults or self.tests)


def read_options(arguments: Sequence[str]) -> Options:
    """Read the command line; a wrong one ends the program with a message that says what to do."""
    parser = argparse.ArgumentParser(
        prog="make strength", description="Plant every fault, and see which test catches it.", allow_abbrev=False
    )
    parser.add_argument("--all", action="store_true", dest="whole", help="the full matrix, beyond the first kills")
    parser.add_argument("--fresh", action="store_true", help="forget what earlier runs found")
    parser.add_argument(
        "--changed",
        nargs="?",
        const="HEAD",
        dest="since",
        metavar="REVISION",
        help="only faults and tests changed since then (since the last commit)",
    )
    parser.add_argument("--fault", action="append", default=[], metavar="ID", help="only faults whose id begins so")
    parser.add_argument(
        "--tests", action="append", default=[], metavar="PATH", help="only tests of this folder or file"
    )
    parser.add_argument("--patience", type=float, default=3.0, metavar="S", help="how long an expect waits (3 s)")
    parser.add_argument(
        "--workers",
        default=str((os.cpu_count() or 1) + 1),
        metavar="N",
        help="in parallel (one more than there are cores, since a test that catches a fault mostly waits)",
    )
    parser.add_argument("--seed", type=int, default=1, help="of the sample for what survives")
    given = parser.parse_args(arguments)
    return Options(
        given.whole,
        given.fresh,
        given.since,
        tuple(given.fault),
        tuple(given.tests),
        given.patience,
        given.workers,
        given.seed,
    )
