"""The command line of ``make mutants``."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """What was asked for.

    Attributes:
        sample: how many mutants.
        seed: of the sample.
        only: a module or package of the mock; all of it where empty.
        tests: unit, e2e or all.
        walks: sample or full: of which stories it is measured what they walk.
        workers: how many mutants at once.
        fresh: forget what earlier runs found.
    """

    sample: int
    seed: int
    only: str
    tests: str
    walks: str
    workers: int
    fresh: bool


def read_options(arguments: Sequence[str]) -> Options:
    """Read the command line; a wrong one ends the program with a message that says what to do."""
    parser = argparse.ArgumentParser(
        prog="make mutants",
        description="Change the mock's source, one place at a time, and see which test notices.",
        allow_abbrev=False,
    )
    parser.add_argument("--sample", type=int, default=100, metavar="N", help="how many mutants (100)")
    parser.add_argument("--seed", type=int, default=1, help="of the sample (1)")
    parser.add_argument("--only", default="", metavar="MODULE", help="only of this part, such as kernel.clock or saml")
    parser.add_argument("--tests", choices=("unit", "e2e", "all"), default="all", help="which tests meet them (all)")
    parser.add_argument(
        "--map",
        choices=("sample", "full"),
        default="sample",
        dest="walks",
        help="measure what one path of each method and one case of each other story walks, or what all do",
    )
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="at once (one per core)")
    parser.add_argument("--fresh", action="store_true", help="forget what earlier runs found")
    given = parser.parse_args(arguments)
    return Options(given.sample, given.seed, given.only, given.tests, given.walks, given.workers, given.fresh)
