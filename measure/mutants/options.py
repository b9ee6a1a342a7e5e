"""The command line of ``make mutants``."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from measure.mutants.languages.known import KINDS

_SAMPLE, _SEED = 75, 1


@dataclass(frozen=True)
class Options:
    """What was asked for.

    Attributes:
        sample: how many mutants of each seed.
        seeds: each of a sample of its own.
        only: a module, package or folder of the mock; all of it where empty.
        kinds: the kinds of source that are changed.
        tests: unit, e2e or all.
        walks: sample or full: of which stories it is measured what they walk.
        workers: how many mutants at once.
        fresh: forget what earlier runs found.
        record: keep the scores where README tells of them.
        given: a file of changes that somebody wrote, instead of a sample.
    """

    sample: int
    seeds: tuple[int, ...]
    only: str
    kinds: tuple[str, ...]
    tests: str
    walks: str
    workers: int
    fresh: bool
    record: bool
    given: Path | None

    @property
    def name(self) -> str:
        """Of what this run finds, which has places of its own."""
        return f"given-{self.tests}" if self.given else self.tests


def read_options(arguments: Sequence[str]) -> Options:
    """Read the command line; a wrong one ends the program with a message that says what to do."""
    parser = argparse.ArgumentParser(
        prog="make mutants",
        description="Change the mock's source, one place at a time, and see which test notices.",
        allow_abbrev=False,
    )
    parser.add_argument("--sample", type=int, default=_SAMPLE, metavar="N", help=f"mutants of each seed ({_SAMPLE})")
    parser.add_argument("--seed", type=int, nargs="+", default=[_SEED], metavar="N", help="of a sample each (1)")
    parser.add_argument("--only", default="", metavar="MODULE", help="only of this part, such as kernel.clock or saml")
    parser.add_argument(
        "--kinds", nargs="+", choices=KINDS, default=list(KINDS), metavar="KIND", help=f"of {', '.join(KINDS)}"
    )
    parser.add_argument("--tests", choices=("unit", "e2e", "all"), default="all", help="which tests meet them (all)")
    parser.add_argument(
        "--map",
        choices=("sample", "full"),
        default="sample",
        dest="walks",
        help="measure what one path of each method and every other story walks, or what all do",
    )
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="at once (one per core)")
    parser.add_argument("--fresh", action="store_true", help="forget what earlier runs found")
    parser.add_argument("--record", action="store_true", help="write the scores into README")
    parser.add_argument(
        "--given", type=Path, metavar="FILE", help="no sample, but the faults of this list: see docs/strength.md"
    )
    given = parser.parse_args(arguments)
    of_sample = (given.only, given.sample != _SAMPLE, given.seed != [_SEED], set(given.kinds) != set(KINDS))
    if given.given and any(of_sample):
        parser.error("--given tries all of a list: leave out --seed, --sample, --only and --kinds")
    if given.record and (given.only or given.given or set(given.kinds) != set(KINDS)):
        parser.error("--record is for the score of the whole mock: leave out --only, --kinds and --given")
    return Options(
        sample=given.sample,
        seeds=tuple(dict.fromkeys(given.seed)),
        only=given.only,
        kinds=tuple(kind for kind in KINDS if kind in given.kinds),
        tests=given.tests,
        walks=given.walks,
        workers=given.workers,
        fresh=given.fresh,
        record=given.record,
        given=given.given,
    )
