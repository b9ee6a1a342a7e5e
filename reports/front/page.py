"""Puts the parts of the front page together: one file that needs nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fixtures.html_page import write_page
from reports.changes import Changes
from reports.ended import Ended
from reports.figures import Figure
from reports.front import failures, picture, strip, table
from reports.front.verdict import Verdict, verdict_of
from reports.history import Run, history_id
from reports.known import Known
from reports.paths import PathRow
from reports.surroundings import Job
from reports.told_off import ToldOff

TEMPLATE = Path(__file__).parent.parent / "templates" / "front.html"


@dataclass(frozen=True)
class Told:
    """All that the page tells.

    Attributes:
        rows: the login paths among the tests.
        runs: the runs before, and this one as the last.
        allure: where Allure's page is, seen from this one.
    """

    tests: Sequence[Ended]
    rows: Sequence[PathRow]
    known: Known
    runs: Sequence[Run]
    changed: Changes
    figures: Sequence[Figure]
    surroundings: dict[str, str]
    job: Job | None
    told_off: Sequence[ToldOff]
    allure: str

    @cached_property
    def verdict(self) -> Verdict:
        """How the run ended."""
        return verdict_of(self.tests, self.rows, frozenset(self.known.excused), expired=len(self.known.expired))


def write_front(told: Told, file: Path) -> None:
    """Write the page."""
    excused = told.known.excused
    write_page(
        TEMPLATE,
        file,
        verdict=told.verdict,
        groups=failures.grouped([test for test in told.tests if test.nodeid not in excused]),
        excused=[(test, excused[test.nodeid]) for test in told.tests if test.nodeid in excused],
        asides=told.known.told,
        words_of={test.nodeid: told.changed.words_of(history_id(test.nodeid)) for test in told.tests if test.fault},
        pictures=[picture.draw(told.rows, layout) for layout in (picture.WIDE, picture.NARROW)] if told.rows else [],
        table=table.arrange(told.rows),
        listed=table.listed(told.rows),
        bars=strip.bars(told.runs),
        changes=strip.told(told.changed, told.tests),
        figures=told.figures,
        surroundings=told.surroundings,
        job=told.job,
        told_off=told.told_off,
        allure=told.allure,
        moment=strip.day(told.runs[-1].moment) if told.runs and told.runs[-1].moment else "",
    )
