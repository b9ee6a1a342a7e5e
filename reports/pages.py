"""Builds all pages of a run: Allure's, the front page, and the paths as data."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bootstrap.places import DURATIONS
from fixtures.surroundings import SHARD
from reports import html
from reports.changes import changes
from reports.durations import remember_durations
from reports.ended import read_ended
from reports.figures import figures
from reports.front.page import Told, write_front
from reports.front.verdict import Verdict
from reports.history import before, read_history, remember, run_of
from reports.known import beside, read_known_issues
from reports.paths import PathRow, write_paths
from reports.places import ALLURE, ALLURE_FOLDER, HISTORY, KNOWN_ISSUES
from reports.surroundings import job, read_surroundings
from reports.told_off import read_told_off


@dataclass(frozen=True)
class Pages:
    """Where to write: the front page, Allure's and the paths.

    Attributes:
        allure: its page, or with ``folder`` the folder of its many files.
    """

    front: Path
    allure: Path
    paths: Path
    folder: bool = False

    @property
    def link(self) -> str:
        """Allure's page, seen from the front page."""
        return f"{ALLURE_FOLDER.name}/index.html" if self.folder else ALLURE.name


def build_pages(
    results: Path, rows: Sequence[PathRow], pages: Pages, history: Path = HISTORY, known_issues: Path = KNOWN_ISSUES
) -> Verdict:
    """Build them of the results, and let the history know of the run, unless it is a shard of one.

    Returns how it ended.

    Raises:
        ReportError: they cannot be built; the text says why.
    """
    tests = read_ended(results)
    issues = beside(read_known_issues(known_issues), tests, datetime.now(UTC).date())
    surroundings = read_surroundings(results)
    if shard := surroundings.get(SHARD, ""):
        issues = replace(issues, unknown=())  # another shard may run what they name
    this = run_of(tests, surroundings.get("Commit", ""))
    earlier = before(this, read_history(history))
    around = html.Around(earlier, surroundings, job(os.environ), issues.excused)
    html.build(results, pages.allure, around, folder=pages.folder)
    write_paths(rows, pages.paths, shard)
    told = Told(
        tests=tests,
        rows=rows,
        known=issues,
        runs=[*earlier, this],
        changed=changes(this, earlier),
        figures=figures(tests),
        surroundings=surroundings,
        job=job(os.environ),
        told_off=read_told_off(results),
        allure=pages.link,
    )
    write_front(told, pages.front)
    if not shard:
        remember(this, history)
        remember_durations(tests, history.with_name(DURATIONS.name))
    return told.verdict
