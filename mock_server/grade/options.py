"""What a grading is asked for: on the command line, or by the options of the pytest plugin."""

import argparse
import os
from dataclasses import dataclass
from fnmatch import filter as matching
from pathlib import Path

from ..kernel.near import beginning, near
from ..server import option_values
from .grading import NAMES

URL_VARIABLE = "PRZEPUSTKA_URL"
TOKEN_VARIABLE = "PRZEPUSTKA_TOKEN"
CA_VARIABLE = "PRZEPUSTKA_CA"
_EXPLAINED = """\
Runs your tests twice as they are, then once for each bad answer that they choose, with the good one in its place, and
once for each thing that a service accepts, planted under every login. What leaves all of them green is a blind spot.
Exit code 0: there is none; 1: there is one; 2: the tests could not be graded.
"""


@dataclass(frozen=True)
class GradeOptions:
    """What was asked for.

    Attributes:
        command: runs the tests.
        mock_url: of a mock that runs already; a mock that the tests start finds its orders by itself.
        only: what is altered; empty for all.
        skip: a file of accepted blind spots.
        json: a file for programs.
    """

    command: tuple[str, ...]
    mock_url: str | None = None
    token: str | None = None
    ca: str | None = None
    only: tuple[str, ...] = ()
    skip: Path | None = None
    json: Path | None = None
    slow_seconds: float = 5


def names(text: str) -> tuple[str, ...]:
    """Names or patterns with commas between."""
    given = tuple(one.strip() for one in text.split(",") if one.strip())
    for one in given:
        if not matching(NAMES, one):
            raise option_values.ValueRefused(f"nothing is named {beginning(one)!r}; {near(one, sorted(NAMES))}")
    return given


def seconds(text: str) -> float:
    """How long the hub takes where it is slow."""
    try:
        given = float(text)
    except ValueError:
        given = -1
    if not 0 < given <= 600:
        raise option_values.ValueRefused(f"{text!r}: give seconds, above 0 and up to 600")
    return given


def read_grade_options(arguments: list[str], program: str) -> GradeOptions:
    """Read the command line; a wrong one ends the program with a message that says what to do."""
    parser = argparse.ArgumentParser(
        prog=f"{program} grade",
        usage="%(prog)s [options] -- COMMAND [ARGUMENT ...]",
        description=_EXPLAINED,
        epilog="COMMAND runs your tests; its exit code is 0 where all are green.",
    )
    add = parser.add_argument
    add("--mock-url", type=option_values.given_by(URL_VARIABLE, option_values.mock_url), metavar="URL",
        default=os.environ.get(URL_VARIABLE) or None,
        help=f"of a mock that runs already; or {URL_VARIABLE}. One that your tests start needs none")  # fmt: skip
    add("--token", default=os.environ.get(TOKEN_VARIABLE), help=f"that it wants; or {TOKEN_VARIABLE}")
    add("--ca", type=option_values.given_by(CA_VARIABLE, option_values.ca_file), metavar="FILE",
        default=os.environ.get(CA_VARIABLE) or None, help=f"authority to trust; or {CA_VARIABLE}")  # fmt: skip
    add("--only", type=names, default=(), metavar="NAMES", help="alter this alone: sig.none, or 'sig.*,slow'")
    add("--skip", type=Path, metavar="FILE", help="accepted blind spots: YAML, each name with its reason")
    add("--json", type=Path, metavar="FILE", help="the grade for programs")
    add(
        "--slow-seconds",
        type=seconds,
        default=5,
        metavar="S",
        help="how long the hub takes where it is slow (%(default)s)",
    )
    own, command = _split(arguments)
    given = parser.parse_args(own)
    if not command:
        parser.error("say how your tests are run, after two hyphens: -- npm test")
    return GradeOptions(command, **vars(given))


def _split(arguments: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """What stands before the first ``--``, and what after it."""
    place = arguments.index("--") if "--" in arguments else len(arguments)
    return arguments[:place], tuple(arguments[place + 1 :])
