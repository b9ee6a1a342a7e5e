"""A pytest session of its own, on a small suite, with plugins of the house."""

import os
import subprocess
import sys
from pathlib import Path

from bootstrap.places import ROOT

WITHOUT = ("-p", "no:cacheprovider", "-p", "no:hypothesispytest", "-p", "no:faker")


def command(suite: Path, plugin: str, *arguments: str) -> list[str]:
    """How to run the suite."""
    rooted = ("-c", os.devnull, "--rootdir", str(suite), str(suite))
    return [sys.executable, "-m", "pytest", "-p", plugin, *WITHOUT, *rooted, *arguments]


def environment() -> dict[str, str]:
    """This test may itself run in a worker of xdist, which the session that it starts is not."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_XDIST")}


def run(suite: Path, plugin: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run it to its end, with these variables in its environment."""
    told, outside = command(suite, plugin, *arguments), environment() | variables
    return subprocess.run(told, cwd=ROOT, env=outside, capture_output=True, text=True, check=False)
