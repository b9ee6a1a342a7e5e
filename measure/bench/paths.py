"""(a) Ten paths under pytest with fixtures and Allure, against the same clicks as a bare script; interleaved."""

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from bootstrap.children import started
from bootstrap.places import ROOT
from measure.bench.bare import WALKS, WARM_UP
from measure.bench.figures import Figure, ratio_of_medians
from measure.bench.options import Effort

_AIM = 1.15
_TEST = "e2e/login/test_paths.py::test_path_opens_the_account"
_BROWSER = "-chromium"
"""What pytest-playwright adds to the name of a path."""
_ID = re.compile(r"\[(.+?)\]")
VARIANTS: dict[str, tuple[str, ...]] = {
    "as make e2e": (),
    "with traces": ("--tracing", "retain-on-failure"),
    "with traces and videos": ("--tracing", "retain-on-failure", "--video", "retain-on-failure"),
}
"""What pytest-playwright keeps, by arguments."""

Rounds = dict[str, list[float]]
"""Seconds of each path, round by round."""


def measure(effort: Effort) -> list[Figure]:
    """Bare, then each variant, and again."""
    bare: Rounds = defaultdict(list)
    suites: dict[str, Rounds] = {name: defaultdict(list) for name in VARIANTS}
    for _ in range(effort.of(7, 1)):
        _add(bare, _bare())
        for name, arguments in VARIANTS.items():
            _add(suites[name], _suite(arguments))
    return [_figure(name, rounds, bare) for name, rounds in suites.items()]


def _figure(name: str, suite: Rounds, bare: Rounds) -> Figure:
    per_path = {
        path: {
            "suite_s": median(suite[path]),
            "bare_s": median(bare[path]),
            "ratio": median(suite[path]) / median(bare[path]),
        }
        for path in WALKS
    }
    return Figure(
        f"a path under pytest, {name}, against bare Playwright",
        ratio_of_medians(suite, bare),
        "×",
        at_most=_AIM if name == "as make e2e" else None,
        details={
            "median_suite_s": median(row["suite_s"] for row in per_path.values()),
            "median_bare_s": median(row["bare_s"] for row in per_path.values()),
            "rounds": len(next(iter(suite.values()))),
            "paths": per_path,
        },
    )


def _add(rounds: Rounds, seconds: dict[str, float]) -> None:
    for path, taken in seconds.items():
        rounds[path].append(taken)


def _bare() -> dict[str, float]:
    seconds: dict[str, float] = json.loads(_output([sys.executable, "-m", "measure.bench.bare"]))
    return seconds


def _suite(arguments: Sequence[str]) -> dict[str, float]:
    """Set-up, call and tear-down of each path, as one worker of ``make e2e`` walks them."""
    with TemporaryDirectory() as scratch:
        junit = Path(scratch, "junit.xml")
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-n",
            "1",
            "-p",
            "no:hypothesispytest",
            "-p",
            "no:cacheprovider",
        ]
        kept = ["--alluredir", f"{scratch}/allure", "--output", f"{scratch}/output", "--junitxml", str(junit)]
        _output([*command, *kept, *arguments, *(f"{_TEST}[{path}{_BROWSER}]" for path in (WARM_UP, *WALKS))])
        seconds = seconds_of(junit.read_text(encoding="utf-8"))
    return {path: seconds[path] for path in WALKS}


def seconds_of(junit: str) -> dict[str, float]:
    """Seconds of each path, of what pytest wrote as JUnit XML."""
    cases = ElementTree.fromstring(junit).iter("testcase")  # noqa: S314 - pytest has written it just now
    named = ((_ID.search(case.attrib["name"]), float(case.attrib["time"])) for case in cases)
    return {found[1].removesuffix(_BROWSER): taken for found, taken in named if found}


def _output(command: Sequence[str]) -> str:
    with started(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        said, complained = (stream.decode(errors="replace") for stream in process.communicate())
    if process.returncode:
        raise RuntimeError(f"{' '.join(command[:4])} …: {said[-3000:]}{complained[-3000:]}")
    return said
