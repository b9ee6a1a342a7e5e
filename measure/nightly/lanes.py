"""The lanes, cheap ones first."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bootstrap.places import shown
from fixtures.blocking import RUN_BLOCKED
from measure.assertions.places import DOCUMENT as ASSERTIONS
from measure.bench.places import BENCH
from measure.farm.places import DOCUMENT as FARM
from measure.flake.places import DOCUMENT as FLAKE
from measure.holes.places import DOCUMENT as HOLES
from measure.mutants.places import document as mutants
from measure.nightly.figures import Figures, of_bench, of_document, of_pytest
from measure.nightly.places import STATE
from measure.rehearse.places import DOCUMENT as REHEARSAL
from measure.strength.places import DOCUMENT as STRENGTH
from measure.vnu.places import DOCUMENT as VNU

_HOURS = "14400"
"""Seconds that one test of a long lane may take, where it does not say so itself."""

_EXECUTIONS = "500"
"""Of ``make flake``, whose 4,000 take two hours by themselves."""

_FIREFOX_MB = "1000"
"""That a worker's Firefox may hold after a test."""

_DEVICES = tuple(word for name in ("iPhone 13", "Galaxy S9+", "tablet") for word in ("--device", name))
"""One of each kind that poor conditions tell apart."""

_SEEDS = ("2611", "2612")
"""Of the mutants; README tells of these."""

FIREFOX = {
    "paths": "login access article founding",
    "second-tries": "second_try model",
    "messages": "saml leaving moments records rights languages",
    "stories": "about account at_once banks change_of_confirmation data errors id_card logout mobywatel mojeid mojeikp "
    "outage poor_conditions redirects session steering trouble trusted_profile booking prevention vaccination",
}
"""The rooms of ``e2e/`` by lane: an hour of Firefox, in parts that stay done when the next is stopped."""


@dataclass(frozen=True)
class Lane:
    """One long command.

    Attributes:
        arguments: of Python; the exit code tells whether it is red.
        output: the file that the command writes its figures to.
        figures: reads them.
        forgets: whether it takes ``--fresh``, since it goes on by itself from where it was stopped.
    """

    name: str
    arguments: tuple[str, ...]
    output: Path
    figures: Callable[[Path], Figures]
    forgets: bool = False


def _pytest(name: str, *arguments: str) -> Lane:
    output = STATE / f"{name}.xml"
    told = ("-m", "pytest", *arguments, "-q", "--tb=short", "--color=no", "-p", "no:cacheprovider", RUN_BLOCKED)
    return Lane(name, (*told, "--junitxml", shown(output)), output, of_pytest)


def _in_firefox(name: str, rooms: str) -> Lane:
    folders = (f"e2e/{room}" for room in rooms.split())
    return _pytest(
        f"firefox-{name}",
        *folders,
        "--browser",
        "firefox",
        "-n",
        _WORKERS,
        "--dist",
        "worksteal",
        "-p",
        "no:hypothesispytest",
        "-p",
        "measure.memory",
        "--most-memory",
        _FIREFOX_MB,
    )


def _mutants(name: str, tests: str) -> Lane:
    told = ("-m", "measure.mutants", "--tests", tests, "--seed", *_SEEDS)
    figures = of_document("killed", "sample", "score", "survivors", "equivalent", "seeds")
    return Lane(name, told, mutants(tests), figures, forgets=True)


_WORKERS = str(os.cpu_count() or 1)

LANES = (
    _pytest("kills", "tests/command/test_kills.py", "--kills", "200", "-n", _WORKERS),
    _pytest("fuzz", "tests", "-k", "fuzz", "--fuzz", "50000", f"--timeout={_HOURS}"),
    _pytest("conditions", "e2e/poor_conditions", "--conditions", "full", "-n", _WORKERS, "-p", "no:hypothesispytest"),
    _pytest(
        "conditions-devices",
        *("e2e/poor_conditions", "--conditions", "full", *_DEVICES, "-n", _WORKERS, "-p", "no:hypothesispytest"),
    ),
    _pytest("second-tries", "e2e/second_try", "--second-try", "full", "-n", _WORKERS),
    _pytest("deep-links", "e2e/redirects/test_deep_links.py", "--deep-links", "full", "-n", _WORKERS),
    _pytest("languages", "e2e/languages/test_fit.py", "--languages", "full", "-n", _WORKERS),
    _pytest(
        "own-services",
        "tests/verdict/test_own_services.py",
        *("-k", "clean", "--answers", "all", f"--timeout={_HOURS}", "-n", _WORKERS),
    ),
    _pytest("grade", "tests/grade/test_sample.py", "--answers", "all", "-n", _WORKERS),
    Lane("bench", ("-m", "measure.bench"), BENCH, of_bench),
    Lane(
        "holes",
        ("-m", "measure.holes"),
        HOLES,
        of_document("holes", "not_found", "twins", "changed", "not_needed"),
        forgets=True,
    ),
    Lane("vnu", ("-m", "measure.vnu"), VNU, of_document("pages", "errors")),
    Lane("rehearse", ("-m", "measure.rehearse"), REHEARSAL, of_document("rehearsed", "wrong"), forgets=True),
    Lane(
        "strength",
        ("-m", "measure.strength"),
        STRENGTH,
        of_document("killed", "total", "score", "by_found_alone", "idle_tests", "unfinished", "of_one_source"),
        forgets=True,
    ),
    Lane("farm", ("-m", "measure.farm"), FARM, of_document("tests", "shards", "unlike", "left_out", "seconds")),
    _pytest("webkit", "e2e", "--webkitgtk", "-m", "every_engine", "-n", _WORKERS, "-p", "no:hypothesispytest"),
    *(_in_firefox(name, rooms) for name, rooms in FIREFOX.items()),
    _mutants("mutants", "all"),
    _mutants("mutants-e2e", "e2e"),
    Lane(
        "assertions",
        ("-m", "measure.assertions"),
        ASSERTIONS,
        of_document("walked", "asked", "share", "empty", "unexplained", "negative", "lost", "failed"),
        forgets=True,
    ),
    Lane(
        "flake",
        ("-m", "measure.flake", "--executions", _EXECUTIONS),
        FLAKE,
        of_document("executions", "wanted", "failures"),
        forgets=True,
    ),
)
