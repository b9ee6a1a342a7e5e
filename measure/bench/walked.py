"""How long tests of the suite take, as workers of ``make e2e`` walk them."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from bootstrap.children import started
from bootstrap.places import ROOT

_QUIET = ("-q", "--dist", "worksteal", "-p", "no:hypothesispytest", "-p", "no:cacheprovider")


def seconds_of_tests(arguments: Sequence[str], workers: str = "1") -> dict[str, float]:
    """Seconds of set-up, call and tear-down of each test that these arguments of pytest choose, by its name."""
    with TemporaryDirectory() as scratch:
        junit = Path(scratch, "junit.xml")
        kept = ("--alluredir", f"{scratch}/allure", "--output", f"{scratch}/output", "--junitxml", str(junit))
        output_of([sys.executable, "-m", "pytest", *_QUIET, "-n", workers, *kept, *arguments])
        return seconds_of(junit.read_text(encoding="utf-8"))


def seconds_of(junit: str) -> dict[str, float]:
    """Seconds of each test, of what pytest wrote as JUnit XML."""
    cases = ElementTree.fromstring(junit).iter("testcase")  # noqa: S314 - pytest has written it just now
    return {f"{case.attrib['classname']}.{case.attrib['name']}": float(case.attrib["time"]) for case in cases}


def output_of(command: Sequence[str]) -> str:
    """What a command says.

    Raises:
        RuntimeError: it failed.
    """
    with started(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        said, complained = (stream.decode(errors="replace") for stream in process.communicate())
    if process.returncode:
        raise RuntimeError(f"{' '.join(command[:4])} …: {said[-3000:]}{complained[-3000:]}")
    return said
