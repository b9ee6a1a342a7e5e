"""The results of the run before: thrown away, taken back, or, where a run goes on from them, shown beside its own."""

import json
import shutil
from collections.abc import Sequence

from bootstrap.places import OUT
from reports.places import RESULTS
from reports.results import MISSING, NOT_WALKED

EARLIER = OUT / "allure-results-before"
"""The results of the last run, until this one has some."""
BESIDE = "--beside"
"""Keeps what the report has: the results of another browser, say."""
_GO_ON = {BESIDE, "--lf", "--last-failed", "--ff", "--failed-first"}


def goes_on(arguments: Sequence[str]) -> bool:
    """Whether the report is to show the results before, too; of a test that was walked again, both attempts."""
    return not _GO_ON.isdisjoint(arguments)


def set_earlier_aside() -> None:
    """Make room for a run's results."""
    drop_earlier()
    if RESULTS.exists():
        RESULTS.rename(EARLIER)


def take_earlier_back() -> None:
    """A run without a test changes nothing."""
    shutil.rmtree(RESULTS, ignore_errors=True)
    if EARLIER.exists():
        EARLIER.rename(RESULTS)


def drop_earlier() -> None:
    """The run has results of its own."""
    shutil.rmtree(EARLIER, ignore_errors=True)


def add_earlier() -> None:
    """Put the earlier results beside this run's, but for those that said that a test never began."""
    for file in EARLIER.glob("*"):
        if not (file.name.endswith(MISSING) and _never_began(file.read_text(encoding="utf-8"))):
            file.rename(RESULTS / file.name)


def _never_began(document: str) -> bool:
    try:
        return bool(json.loads(document)["status"] == NOT_WALKED)
    except ValueError:  # a full disk has cut it
        return True
