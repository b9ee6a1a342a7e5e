"""The command line of ``make nightly``."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """What was asked for.

    Attributes:
        lanes: the names of those that are wanted.
        fresh: run also what is done, from its beginning.
    """

    lanes: tuple[str, ...]
    fresh: bool


def read_options(arguments: Sequence[str], lanes: Sequence[str]) -> Options:
    """Read the command line; a wrong one ends the program with a message that says what to do."""
    parser = argparse.ArgumentParser(
        prog="make nightly",
        description="Run every long lane. What is done of this source stays done; what was stopped goes on.",
        allow_abbrev=False,
    )
    told = ", ".join(lanes)
    parser.add_argument(
        "--only", nargs="+", choices=lanes, default=list(lanes), metavar="LANE", help=f"only these of {told}"
    )
    parser.add_argument("--skip", nargs="+", choices=lanes, default=[], metavar="LANE", help="all but these")
    parser.add_argument("--fresh", action="store_true", help="run also what is done, from its beginning")
    given = parser.parse_args(arguments)
    wanted = tuple(lane for lane in lanes if lane in given.only and lane not in given.skip)
    if not wanted:
        parser.error("no lane is left: --skip names all of --only")
    return Options(wanted, given.fresh)
