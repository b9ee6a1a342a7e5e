"""The command line of ``python -m measure.bench``."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Effort:
    """How much is measured. ``quick`` trades certainty for minutes; the aims stay."""

    quick: bool

    def of(self, full: int, quick: int) -> int:
        """How many of something."""
        return quick if self.quick else full


@dataclass(frozen=True)
class Options:
    """What was asked for: the effort, and which parts by their names."""

    effort: Effort
    parts: tuple[str, ...]


def read_options(arguments: Sequence[str], parts: Sequence[str]) -> Options:
    """Read the command line; a wrong one ends the program with a message that says what to do."""
    parser = argparse.ArgumentParser(prog="make bench", description="Measure the suite and the mock.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--only", nargs="+", choices=parts, default=list(parts), metavar="PART", help=", ".join(parts))
    given = parser.parse_args(arguments)
    return Options(Effort(given.quick), tuple(part for part in parts if part in given.only))
