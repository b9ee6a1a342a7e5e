"""(a) Ten paths under pytest with fixtures and Allure, against the same clicks as a bare script; interleaved."""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from measure.bench.bare import WALKS, WARM_UP
from measure.bench.figures import Figure, ratio_of_medians
from measure.bench.options import Effort
from measure.bench.walked import output_of, seconds_of_tests

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
    seconds: dict[str, float] = json.loads(output_of([sys.executable, "-m", "measure.bench.bare"]))
    return seconds


def _suite(arguments: Sequence[str]) -> dict[str, float]:
    """Set-up, call and tear-down of each path."""
    tests = (f"{_TEST}[{path}{_BROWSER}]" for path in (WARM_UP, *WALKS))
    named = ((_ID.search(test), taken) for test, taken in seconds_of_tests((*arguments, *tests)).items())
    seconds = {found[1].removesuffix(_BROWSER): taken for found, taken in named if found}
    return {path: seconds[path] for path in WALKS}
