"""The command line of ``make rehearse``."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from measure.rehearse.breaks import BREAKS, Break


@dataclass(frozen=True)
class Options:
    """What was asked for.

    Attributes:
        breaks: those that are wanted.
        fresh: rehearse also what is done.
    """

    breaks: tuple[Break, ...]
    fresh: bool


def read_options(arguments: Sequence[str]) -> Options:
    """Read the command line; a wrong one ends the program with a message that says what to do."""
    names = [item.name for item in BREAKS]
    parser = argparse.ArgumentParser(
        prog="make rehearse",
        description="Break things, and see how soon a red run tells the cause. What is done of this source stays done.",
        allow_abbrev=False,
    )
    told = ", ".join(names)
    parser.add_argument(
        "--only", nargs="+", choices=names, default=names, metavar="BREAK", help=f"only these of {told}"
    )
    parser.add_argument("--fresh", action="store_true", help="rehearse also what is done")
    given = parser.parse_args(arguments)
    return Options(tuple(item for item in BREAKS if item.name in given.only), given.fresh)
