"""A walk of some stories in a process of its own, and how each ended."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bootstrap.places import ROOT
from reports.collected import read_collected
from reports.results import read_results
from tests.reports.session import WITHOUT, environment


def walk(results: Path, *arguments: str, inside: Sequence[str] = (), **variables: str) -> tuple[int, str]:
    """Walk stories, in a namespace if one is named; pytest's exit code, and what it said."""
    told = ("-q", "--alluredir", str(results), *WITHOUT, *arguments)
    command = [*inside, sys.executable, "-m", "pytest", *told]
    done = subprocess.run(command, cwd=ROOT, env=environment() | variables, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def ends(results: Path) -> dict[str, str]:
    """How each collected test ended, by pytest's name."""
    ended = read_results(results)
    return {test.nodeid: ended[test.nodeid].status for test in read_collected(results)}
