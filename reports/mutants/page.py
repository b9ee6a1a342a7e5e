"""The page of the mutants run."""

from pathlib import Path

from reports import pages
from reports.mutants.choosing import STORIES, UNITS
from reports.mutants.options import Options
from reports.mutants.trial import Fate
from reports.mutants.verdict import WANTED, Verdict


def write_page(verdict: Verdict, options: Options, file: Path) -> None:
    """Write one page that needs nothing else."""
    pages.write_page(
        Path(__file__).parent / "templates" / "mutants.html",
        file,
        verdict=verdict,
        options=options,
        fates=[(fate, verdict.with_fate(fate)) for fate in Fate],
        wanted=WANTED,
        units=UNITS,
        stories=STORIES,
    )
